/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-amount.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 amount_fen; /* -1: refused */
  } cases[] = {
    { "0", 0 }, { "0.00", 0 }, { "6.90", 6900000 }, { "6.9", 6900000 }, { "1245.82", 1245820000 }, { "0.000001", 1 },
    { "007.50", 7500000 }, { "1000000000000", JX_AMOUNT_MAX_FEN }, { "1000000000000.000000", JX_AMOUNT_MAX_FEN },
    { "999999999999.999999", JX_AMOUNT_MAX_FEN - 1 },
    { "1000000000000.000001", -1 }, { "1000000000001", -1 }, { "10000000000000", -1 },
    { "99999999999999999999999999", -1 }, { "9223372036854775808", -1 },
    { "", -1 }, { ".", -1 }, { "6.", -1 }, { ".5", -1 }, { "6.9000000", -1 }, { "-1", -1 }, { "+1", -1 }, { " 1", -1 },
    { "1 ", -1 }, { "1,234", -1 }, { "1.2.3", -1 }, { "1e3", -1 }, { "６", -1 }, { "6.90万元", -1 }, { "0x10", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 amount_fen = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_true (jx_amount_parse (cases[i].text, &amount_fen) == (cases[i].amount_fen >= 0));
      g_assert_cmpint (amount_fen, ==, cases[i].amount_fen);
    }
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *typed, *expected;
  } cases[] = {
    { "6.90", "6.90" }, { "6.9", "6.9" }, { "0", "0" }, { "", "" }, { " \t", "" }, { "　", "" }, { "007.50", "007.50" },
    { "1,234.5", "1234.5" }, { "1，234.50万元", "1234.50" }, { "12,345,678.90", "12345678.90" }, { "6.90 万元", "6.90" },
    { "６．９０", "6.90" }, { "　6.90　", "6.90" }, { "6.90万", "6.90" }, { "12345000元", "1234.50" }, { "69000元", "6.90" },
    { "1元", "0.0001" }, { "0.01元", "0.000001" }, { "1.2亿元", "12000.00" }, { "1.5亿", "15000.00" },
    { ".5", "0.5" }, { "6.", "6" }, { "6.9000000", "6.900000" }, { "1000000000000", "1000000000000" },
    { "10000000000000000元", "1000000000000.00" }, { "10000亿元", "100000000.00" },
    { "1000000000000.1", NULL }, { "10000000000000000.01元", NULL }, { "100000001亿元", NULL },
    { "0.001元", NULL }, { "1,23", NULL }, { "1,2345", NULL }, { "1234,567", NULL }, { ",123", NULL }, { "1,234,", NULL },
    { "1.234,5", NULL }, { "12 34", NULL }, { "1 234.5", NULL }, { "-5", NULL }, { "+5", NULL }, { "6.90美元", NULL },
    { "约6.90", NULL }, { "万元", NULL }, { ".", NULL }, { "6.90万元5", NULL }, { "6.90元/月", NULL }, { "六", NULL },
    { "6.9000001", NULL }, { "—", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = jx_amount_normalise (cases[i].typed);
      gint64 amount_fen;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (value, ==, cases[i].expected);
      if (value != NULL && *value != '\0')
        g_assert_true (jx_amount_parse (value, &amount_fen));
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 amount_fen;
    const char *plain, *grouped;
  } cases[] = {
    { 0, "0.00", "0.00" }, { 6900000, "6.90", "6.90" }, { 1, "0.000001", "0.000001" }, { 1234567, "1.234567", "1.234567" },
    { 1230000, "1.23", "1.23" }, { 1234000, "1.234", "1.234" }, { 1245820000, "1245.82", "1,245.82" },
    { 999000000, "999.00", "999.00" }, { -1380000, "-1.38", "-1.38" }, { -1245820000, "-1245.82", "-1,245.82" },
    { JX_AMOUNT_MAX_FEN, "1000000000000.00", "1,000,000,000,000.00" },
    { G_MININT64, "-9223372036854.775808", "-9,223,372,036,854.775808" },
    { G_MAXINT64, "9223372036854.775807", "9,223,372,036,854.775807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = jx_amount_format (cases[i].amount_fen);
      g_autofree char *grouped = jx_amount_format_grouped (cases[i].amount_fen);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (grouped, ==, cases[i].grouped);
    }
}

static void
test_share (void)
{
  static const struct
  {
    gint64 part, whole, share;
  } cases[] = {
    { 0, 0, 0 }, { 5, 0, 0 }, { 0, 7, 0 }, { 1, 3, 3333 }, { 2, 3, 6667 }, { 1, 1, 10000 }, { 3, 1, 30000 },
    { 1, 20000, 1 }, { 1, 20001, 0 }, { -1, 3, -3333 }, { -2, 3, -6667 }, { -1, 20000, -1 },
    { JX_AMOUNT_MAX_FEN, JX_AMOUNT_MAX_FEN, 10000 }, { G_MAXINT64, G_MAXINT64, 10000 }, { G_MAXINT64, 1, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64 }, { 5233, 10000, 5233 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jx_amount_share (cases[i].part, cases[i].whole), ==, cases[i].share);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 amount_fen = ((gint64) g_test_rand_int_range (0, G_MAXINT32) * g_test_rand_int_range (1, 400000000)) % JX_AMOUNT_MAX_FEN;
      g_autofree char *text = jx_amount_format (amount_fen);
      g_autofree char *grouped = jx_amount_format_grouped (amount_fen);
      g_autofree char *normal = jx_amount_normalise (grouped);
      gint64 again = -1;

      g_assert_true (jx_amount_parse (text, &again));
      g_assert_cmpint (again, ==, amount_fen);
      g_assert_cmpstr (normal, ==, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/amount/parse", test_parse);
  g_test_add_func ("/amount/normalise", test_normalise);
  g_test_add_func ("/amount/format", test_format);
  g_test_add_func ("/amount/share", test_share);
  g_test_add_func ("/amount/round-trip", test_round_trip);

  return g_test_run ();
}
