// A CloudFront function (cloudfront-js-2.0): serves the one document at every address; it resolves pages itself. What
// browsers, password managers and researchers look for at known addresses is answered here.
const SECURITY_CONTACT = 'CONTACT_FOR_SECURITY';
const DAYS = 24 * 60 * 60 * 1000;

function answer(statusCode, statusDescription, headers, body) {
  const all = { 'x-content-type-options': { value: 'nosniff' }, 'cache-control': { value: 'public, max-age=3600' } };
  for (const name in headers) all[name] = { value: headers[name] };
  return { statusCode: statusCode, statusDescription: statusDescription, headers: all, body: body };
}

function text(body) {
  return answer(200, 'OK', { 'content-type': 'text/plain; charset=utf-8' }, body);
}

// RFC 9116: it has to expire, and is as young as the request.
function securityText() {
  const expires = new Date(Date.now() + 180 * DAYS).toISOString();
  return text(`Contact: ${SECURITY_CONTACT}\nExpires: ${expires}\nPreferred-Languages: en\n`);
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (uri === '/robots.txt') return text('User-agent: *\nDisallow: /\n');
  if (uri === '/.well-known/change-password') return answer(302, 'Found', { location: '/account' }, '');
  if (uri === '/.well-known/security.txt' && SECURITY_CONTACT !== '') return securityText();
  // Whoever asks whether an address exists must not get the document: a password manager tries one that cannot.
  if (uri.startsWith('/.well-known/')) {
    return answer(404, 'Not Found', { 'content-type': 'text/plain; charset=utf-8' }, 'There is nothing here.\n');
  }
  request.uri = '/index.html';
  return request;
}
