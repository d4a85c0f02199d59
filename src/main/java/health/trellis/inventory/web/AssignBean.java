package health.trellis.inventory.web;

import health.trellis.inventory.AssignmentForm;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.InventoryService;
import health.trellis.kernel.ClientId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Giving an inventory: which one, and until when. */
@Named("assignBean")
@ViewScoped
public class AssignBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_WEEKS = 2;

  @Inject private transient InventoryService inventories;

  private @Nullable String client;
  private @Nullable String inventory;
  private @Nullable LocalDate dueOn;
  private transient @Nullable AssignmentForm form;

  /** Loads what can be given, with the usual choice made. */
  public void load() {
    AssignmentForm offered = inventories.choose(ClientId.of(client));
    form = offered;
    if (inventory == null && !offered.inventories().isEmpty()) {
      inventory = offered.inventories().get(0).code().value();
    }
    if (dueOn == null) {
      dueOn = offered.today().plusWeeks(USUAL_WEEKS);
    }
  }

  /** Gives it, once, and leads back to the client. */
  public String assign() {
    if (inventory == null || dueOn == null) {
      throw new IllegalStateException("the form requires both");
    }
    ClientId id = ClientId.of(client);
    inventories.assign(id, new InventoryCode(inventory), dueOn, FormKey.now());
    return "/therapist/clients/overview.xhtml?faces-redirect=true&done=given&client=" + id;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable AssignmentForm getForm() {
    return form;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getInventory() {
    return inventory;
  }

  public void setInventory(@Nullable String inventory) {
    this.inventory = inventory;
  }

  public @Nullable LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(@Nullable LocalDate dueOn) {
    this.dueOn = dueOn;
  }
}
