package health.trellis.journeys;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hands out devices to a journey and takes them back. Where the journey failed, each device leaves
 * a picture of what it showed; where it did not, none may have had a script or a policy complain.
 */
final class Devices implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {

  private static final ExtensionContext.Namespace RUN =
      ExtensionContext.Namespace.create(Devices.class);

  private final List<Device> used = new ArrayList<>();
  private Chromium chromium;

  @Override
  public void beforeEach(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(RUN)
            .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
            .chromium;
  }

  Device take(Device.Kind kind) {
    return take(kind, Device.Options.PLAIN);
  }

  Device take(Device.Kind kind, Device.Options options) {
    Device device = new Device(chromium.browser(), kind, options);
    used.add(device);
    return device;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      String name =
          context.getRequiredTestClass().getSimpleName()
              + "."
              + context.getRequiredTestMethod().getName();
      for (int i = 0; i < used.size(); i++) {
        used.get(i).leavePicture(name + "-" + i);
      }
    } else {
      used.forEach(Device::hadNoComplaints);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    used.forEach(device -> chromium.closing(device::close));
    used.clear();
  }

  /** Ends the browser with the run. */
  private static final class Shared
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Chromium chromium = new Chromium();

    @Override
    public void close() {
      chromium.close();
    }
  }
}
