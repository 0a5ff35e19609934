import type { HttpEvent, HttpResponse } from '../event.ts';

type Exchange = { event: HttpEvent; response?: HttpResponse | null };

const dropBody = ({ event, response }: Exchange): void => {
  if (event.requestContext.http.method === 'HEAD' && response) delete response.body;
};

/** HEAD is GET without a body in the answer (RFC 9110, 9.3.2); the operations treat them alike. */
export const headWithoutBody = () => ({ after: dropBody, onError: dropBody });
