import type { HttpEvent, HttpResponse } from '../event.ts';

type Exchange = { event: HttpEvent; response?: HttpResponse | null };

const dropBody = ({ event, response }: Exchange): void => {
  if (event.requestContext.http.method === 'HEAD' && response) delete response.body;
};

/** HEAD is GET whose answer has no body (RFC 9110, 9.3.2): the operations do not tell them apart. */
export const headWithoutBody = () => ({ after: dropBody, onError: dropBody });
