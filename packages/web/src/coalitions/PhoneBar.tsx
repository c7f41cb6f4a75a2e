import { ConnectionChip } from "../activity/ConnectionChip.tsx";
import { PersonMenu } from "../accounts/PersonMenu.tsx";
import { Bell } from "../notifications/Bell.tsx";
import { Presence } from "../presence/Presence.tsx";
import { SearchButton } from "../search/SearchButton.tsx";
import { useCoalition } from "./coalition.ts";
import { AreaSwitcher } from "./Switchers.tsx";

/** The dark bar above on a phone. */
export function PhoneBar() {
  const { hat } = useCoalition();
  return (
    <header className="phone-top">
      <AreaSwitcher className="phone-area" note={hat.organisation.shortName} />
      <div className="phone-side">
        <Presence />
        <ConnectionChip />
        <SearchButton phone />
        <Bell />
      </div>
      <PersonMenu className="phone-person" />
    </header>
  );
}
