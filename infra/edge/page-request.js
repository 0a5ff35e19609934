// A CloudFront function (cloudfront-js-2.0): every address is the one document, which knows its pages itself.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  request.uri = '/index.html';
  return request;
}
