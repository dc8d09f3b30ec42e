import type { Fact } from '../content/facts.ts';
import { href, paths } from '../paths.ts';

interface PortraitProps {
  portrait: Fact<'portrait'> | undefined;
  /** Where it is served: to visitors only once it is published. */
  path?: typeof paths.portrait | typeof paths.deskPortrait;
}

/** The practitioner's photo. Its size stands in the tag, so that nothing moves when it comes. */
export function Portrait({ portrait, path = paths.portrait }: PortraitProps) {
  if (!portrait) return null;
  const { hash, alt, width, height } = portrait;
  return (
    <img
      class="portrait"
      src={href(path, { file: `${hash}.webp` })}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
