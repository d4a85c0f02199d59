package health.trellis.clients;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name folded for sorting and searching: lower case, without accents, with single spaces. The
 * database compares it byte by byte, so that a search by prefix is a range of an index.
 */
public final class NameKey {
  private NameKey() {}

  /** The folded form of a name or of the beginning of one. */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("ß", "ss")
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** The first key after all that begin with this one. */
  public static String after(String prefix) {
    return prefix + "\uFFFF";
  }
}
