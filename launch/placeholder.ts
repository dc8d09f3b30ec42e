/** A domain that can belong to nobody (RFC 2606, RFC 6761), or stands for "yours". */
export function placeholderIn(text: string): string | undefined {
  const reserved =
    /[\w.-]*\b(?:example(?:\.(?:com|org|net|co\.uk|uk))?|invalid|localhost|test|your-?\w*)\b(?:\.\w+)*/iu;
  return text.split(/[\s"'<>,/@]+/u).find((word) => /\./u.test(word) && reserved.exec(word)?.[0] === word);
}
