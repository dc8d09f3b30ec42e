interface OlderProps {
  address: string | undefined;
  words?: string;
}

/** The way to the next page of a list, when there is one. */
export function Older({ address, words = 'Older enquiries' }: OlderProps) {
  if (!address) return null;
  return (
    <p>
      <a class="button quiet" href={address}>
        {words}
      </a>
    </p>
  );
}
