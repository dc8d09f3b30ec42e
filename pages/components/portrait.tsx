import type { Fact } from '../content/facts.ts';
import { href, paths } from '../paths.ts';

/** The practitioner's photo. Its size stands in the tag, so that nothing moves when it comes. */
export function Portrait({ portrait }: { portrait: Fact<'portrait'> | undefined }) {
  if (!portrait) return null;
  const { hash, alt, width, height } = portrait;
  return (
    <img
      class="portrait"
      src={href(paths.portrait, { file: `${hash}.webp` })}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
