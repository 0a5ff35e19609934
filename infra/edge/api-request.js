import cf from 'cloudfront';

// A CloudFront function (cloudfront-js-2.0): sends the client's address, in place of whatever the client claims.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  // The distribution adds its own.
  delete request.headers['x-origin-secret'];
  delete request.headers['x-previous-origin-secret'];
  // The policy that adds the viewer's place also forwards the viewer's Host, which API Gateway refuses.
  cf.updateRequestOrigin({ hostHeader: 'API_HOST' });
  return request;
}
