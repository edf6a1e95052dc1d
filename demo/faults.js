// Sources that misbehave, for the states of the gallery that a healthy source never shows.

/** Connect-style middleware for `/faults/<kind>/…`; whatever follows the kind is only there for the adapter. */
export function faults(request, response, next) {
  const kind = /^\/faults\/([\w-]+)\//.exec(request.url ?? '')?.[1];
  switch (kind) {
    case 'never': // accepts the connection, and that was it
      return;
    case 'server-error':
      response.writeHead(500, { 'content-type': 'text/html' });
      return response.end('<h1>Error establishing a database connection</h1>');
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end('<!doctype html><title>Not JSON</title><p>A web page where JSON was expected.');
    case 'forbidden':
      response.writeHead(401, { 'content-type': 'application/json' });
      return response.end(
        '{"code":"rest_forbidden","message":"Sorry, you are not allowed to do that.","data":{"status":401}}',
      );
    default:
      return next();
  }
}
