package health.trellis.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives every style sheet and script an address with the hash of its content, so that a browser
 * keeps it for good and fetches a new one as soon as it changed.
 */
public class VersionedResources extends ResourceHandlerWrapper {
  /** The parameter that carries the hash. */
  static final String PARAMETER = "h";

  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name) {
    return versioned(super.createResource(name));
  }

  @Override
  public Resource createResource(String name, String library) {
    return versioned(super.createResource(name, library));
  }

  @Override
  public Resource createResource(String name, String library, String contentType) {
    return versioned(super.createResource(name, library, contentType));
  }

  @SuppressWarnings("NullAway") // Faces says null for a resource that is not there.
  private Resource versioned(Resource resource) {
    return resource == null ? null : new Versioned(resource);
  }

  /**
   * The hash, made once. A style sheet may name other resources, so none is made inside the map.
   */
  private String hash(Resource resource) {
    String name = resource.getLibraryName() + "/" + resource.getResourceName();
    String known = hashes.get(name);
    if (known == null) {
      known = hashContent(resource);
      hashes.put(name, known);
    }
    return known;
  }

  private static String hashContent(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      return hash(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What stands in the address for this content. */
  static String hash(InputStream content) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Versioned extends ResourceWrapper {
    Versioned(Resource resource) {
      super(resource);
    }

    @Override
    public String getRequestPath() {
      String path = getWrapped().getRequestPath();
      return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + hash(getWrapped());
    }
  }
}
