export function GetHelp() {
  return <section>999</section>;
}
