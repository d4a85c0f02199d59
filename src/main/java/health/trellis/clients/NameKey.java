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
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    folded.codePoints().forEach(letter -> key.append(plain(letter)));
    return key.toString().strip().replaceAll("\\s+", " ");
  }

  /**
   * Letters that Unicode does not take apart, as people type them where their keyboard lacks them.
   */
  private static String plain(int letter) {
    return switch (letter) {
      case 'ß' -> "ss";
      case 'ł' -> "l";
      case 'ø' -> "o";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ı' -> "i";
      default -> Character.toString(letter);
    };
  }

  /** The first key after all that begin with this one. */
  public static String after(String prefix) {
    return prefix + Character.toString(Character.MAX_CODE_POINT);
  }
}
