package health.trellis.inventory.web;

import health.trellis.inventory.InventoryService;
import health.trellis.inventory.WithdrawalForm;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Taking back an inventory that the client has not sent yet. */
@Named("withdrawBean")
@RequestScoped
public class WithdrawBean {
  @Inject private InventoryService inventories;

  private @Nullable String client;
  private @Nullable String assignment;
  private @Nullable WithdrawalForm form;

  /** Loads what is about to be taken back. */
  public void load() {
    form = inventories.chooseToWithdraw(ClientId.of(client), AssignmentId.of(assignment));
  }

  /** Takes it back, and leads to the client. */
  public String withdraw() {
    inventories.withdraw(ClientId.of(client), AssignmentId.of(assignment));
    return "/therapist/clients/overview.xhtml?faces-redirect=true&done=withdrawn&client=" + client;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable WithdrawalForm getForm() {
    return form;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getAssignment() {
    return assignment;
  }

  public void setAssignment(@Nullable String assignment) {
    this.assignment = assignment;
  }
}
