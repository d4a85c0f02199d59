package health.trellis.launch;

import java.util.List;

/**
 * The forty invented clients of the practice. None of them is a real person; the mail addresses and
 * telephone numbers made for them lie in ranges that are kept free for such use.
 */
final class DemoClients {
  /** Name, age, language, therapists, course, inventories sent, weeks between, now, notes. */
  private static final String TABLE =
      """
      Lea Sommer|34|en|therapist|improving|6|5|waiting|portal released
      Amara Okafor-Nwosu|29|en|therapist|improving|9|4|review|
      Bartholomew Featherstonehaugh-Cholmondeley|58|en|therapist|plateau|8|5|rest|
      Zoë Lindqvist|27|en|therapist|setback|10|4|review|
      ليلى حدّاد|41|en|therapist|improving|7|3|waiting|
      Agnieszka Wójcik-Grzegorzewska|38|en|therapist|worsening|7|4|review|
      Nguyễn Thị Bích Ngọc|23|en|therapist|improving|12|4|partly|
      Søren Kjærgaard|49|en|therapist|stopped|2|3|gone|
      Maria da Conceição Albuquerque e Vasconcelos|66|en|therapist|plateau|5|6|overdue|
      Owen Prys-Davies|52|en|therapist|steady|6|5|rest|declines
      Fatima Zahra El Amrani|31|en|therapist|setback|8|5|waiting|released
      Tomasz Szczepański|45|en|therapist|improving|4|4|review|
      Jürgen Weißenböck|63|de|therapist|improving|9|5|rest|released
      Priya Raghunathan|26|en|therapist|plateau|11|3|review|
      Małgorzata Błaszczyk|55|en|therapist|stopped|3|2|overdue|
      Kofi Mensah-Boateng|20|en|therapist|steady|0|4|waiting|
      Xiùyīng Chén|36|en|therapist|improving|3|6|rest|template
      Aoife Ní Bhraonáin|47|en|therapist|setback|7|6|overdue|
      Dietlinde Freifrau von und zu Hohenstein-Rabenau|69|de|therapist|steady|4|6|partly|
      Yusuf Karadağ|33|en|therapist|improving|8|2|waiting|
      Grace Ellison|40|en|therapist colleague|plateau|6|4|review|
      Mateo Quiñones Ibarra|28|en|therapist|stopped|1|4|gone|
      Trần Quốc Phúc|22|en|therapist|worsening|5|3|waiting|
      Hannah Petersen|24|de|therapist|steady|0|4|rest|
      Daniel Achterberg|44|de|colleague|improving|8|4|review|
      נועה פרידמן|30|en|colleague|plateau|6|5|waiting|
      Siân Llewellyn|61|en|colleague|setback|9|5|rest|released
      Olumide Adebayo-Thompson|37|en|colleague|improving|5|3|overdue|
      Katarzyna Zielińska|25|en|colleague|stopped|2|4|gone|
      Markus Oberhuber|50|de|colleague|steady|7|6|review|declines
      Ioana Ștefănescu|32|en|colleague|improving|10|4|waiting|
      Haruka Morita|21|en|colleague|worsening|4|5|rest|
      Élodie Garnier-Lefèvre|43|en|colleague|improving|1|4|partly|
      Ingeborg Schönfelder|71|de|supervisor|plateau|7|6|rest|
      Łukasz Wiśniewski|35|en|supervisor|improving|9|3|review|
      Thandiwe Nkosi|29|en|supervisor|steady|0|4|rest|
      Phạm Hoàng Long|48|en|supervisor|setback|8|4|waiting|
      Rachel Abramowicz|57|en|supervisor|improving|6|5|overdue|released
      Declan O’Shaughnessy|39|en|supervisor|stopped|3|4|gone|
      Farid Rahimi|19|en||steady|0|4|rest|
      """;

  private DemoClients() {}

  /** All of them, in a fixed order. */
  static List<DemoClient> list() {
    return TABLE.lines().map(DemoClient::of).toList();
  }
}
