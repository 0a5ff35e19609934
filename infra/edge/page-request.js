// A CloudFront function (cloudfront-js-2.0): serves the one document at every address; it resolves pages itself.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  request.uri = '/index.html';
  return request;
}
