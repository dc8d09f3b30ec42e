/** The way to the next page of a list, when there is one. */
export function Older({ address }: { address: string | undefined }) {
  if (!address) return null;
  return (
    <p>
      <a class="button quiet" href={address}>
        Older enquiries
      </a>
    </p>
  );
}
