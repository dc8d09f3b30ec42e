/** Five stones, laid in the curve of a back: the same drawing as `pages/public/mark.svg`. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" fill="currentColor" aria-hidden="true">
      <ellipse cx="18" cy="4.5" rx="4" ry="2.3" />
      <ellipse cx="14.6" cy="10" rx="4.8" ry="2.6" />
      <ellipse cx="13.4" cy="16" rx="5.6" ry="2.8" />
      <ellipse cx="16" cy="22" rx="6.4" ry="2.8" />
      <ellipse cx="20" cy="28" rx="7.2" ry="2.8" />
    </svg>
  );
}
