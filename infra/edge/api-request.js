// A CloudFront function (cloudfront-js-2.0): sends the client's address, in place of whatever the client claims.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}
