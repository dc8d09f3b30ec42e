/** What a browser sends, as it goes over the wire, so that a test can cut it off. */
export interface Encoded {
  type: string;
  text: string;
}

type Pairs = readonly (readonly [string, string])[];

function urlencoded(pairs: Pairs): Encoded {
  return {
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(),
  };
}

function multipart(pairs: Pairs): Encoded {
  const parts = pairs.map(
    ([name, value]) => `--Edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: 'multipart/form-data; boundary=Edge', text: `${parts.join('')}--Edge--\r\n` };
}

export const encodings = { urlencoded, multipart };
