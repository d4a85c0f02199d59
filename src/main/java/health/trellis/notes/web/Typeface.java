package health.trellis.notes.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font in one file, which says in words what it has no sign for. */
final class Typeface {
  private final TrueTypeFont letters;
  private final CmapLookup signs;
  private final PDType0Font font;

  private Typeface(TrueTypeFont letters, PDType0Font font) throws IOException {
    this.letters = letters;
    this.signs = letters.getUnicodeCmapLookup();
    this.font = font;
  }

  /** DejaVu Sans in this weight: "", or "-Bold". */
  static Typeface of(PDDocument file, String weight) throws IOException {
    String name = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans" + weight + ".ttf";
    try (InputStream stored = Typeface.class.getResourceAsStream(name)) {
      if (stored == null) {
        throw new IOException("no font " + name);
      }
      TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(stored));
      return new Typeface(letters, PDType0Font.load(file, letters, true));
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The width of a sign at this size. */
  float width(int sign, float size) throws IOException {
    return letters.getAdvanceWidth(signs.getGlyphId(sign)) * size / letters.getUnitsPerEm();
  }

  /** The text in signs that the font has; a seedling becomes "[seedling]". */
  String fitting(String text) {
    StringBuilder fitting = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            sign -> {
              if (sign == '\t') {
                fitting.append("    ");
              } else if (sign == '\n') {
                fitting.append('\n');
              } else if (shown(sign)) {
                if (signs.getGlyphId(sign) != 0) {
                  fitting.appendCodePoint(sign);
                } else {
                  fitting.append(said(sign));
                }
              }
            });
    return fitting.toString();
  }

  private static boolean shown(int sign) {
    int type = Character.getType(sign);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && !(sign >= 0xFE00 && sign <= 0xFE0F);
  }

  private static String said(int sign) {
    int type = Character.getType(sign);
    String name = Character.getName(sign);
    boolean picture = type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL;
    return picture && name != null
        ? "[" + name.toLowerCase(Locale.ROOT) + "]"
        : String.format(Locale.ROOT, "[U+%04X]", sign);
  }
}
