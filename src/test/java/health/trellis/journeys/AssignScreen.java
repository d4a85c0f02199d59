package health.trellis.journeys;

import com.microsoft.playwright.Page;
import java.time.LocalDate;

/** Where a therapist gives an inventory. */
record AssignScreen(Page page) {

  static AssignScreen of(Device device, String client) {
    device.open("/therapist/inventory/assign.xhtml?client=" + client);
    return new AssignScreen(device.page());
  }

  void give(LocalDate dueOn) {
    page.locator("#dueOn").fill(dueOn.toString());
    page.locator("#give").click();
    page.waitForURL("**/therapist/clients/overview.xhtml*");
  }
}
