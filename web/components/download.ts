/** Hands a text to the person as a file, without a server and without a new window. */
export const download = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Only after the browser has started reading it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
