/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made to do harm: refused or read, with little memory, soon, and with a sentence that tells why. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jx-packed.h"
#include "jx-run.h"
#include "jx-test.h"

/* A program that is watched takes many times as much of both, and is given less to do. */
#ifdef __SANITIZE_ADDRESS__
#define SECONDS_MOST 60.0
#define MIB_MOST 4096
#define SHARE 40
#else
#define SECONDS_MOST 10.0
#define MIB_MOST 256
#define SHARE 1
#endif

#define W "<w:document" JX_PACKED_W "><w:body>"
#define W_END "</w:body></w:document>"
#define S "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define ROLES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define DIGITS "#" /* in what is repeated: other digits each time, so that it does not pack too well */

/* One part of a file: what is repeated between a head and a tail. */
typedef struct
{
  const char *part;
  const char *head;
  const char *repeated;
  guint times;
  const char *tail;
} Flood;

/**
 * Hostile:
 * @parts: of a packed file; the first without @part is a file of its own
 * @told: (nullable): words of the refusal; %NULL where it is read
 */
typedef struct
{
  const char *name;
  Flood parts[6];
  const char *told;
} Hostile;

#define DOCX_ROOT { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='word/document.xml'/></Relationships>" }
#define WORDS(x) "<w:tc><w:p><w:r><w:t>" x "</w:t></w:r></w:p></w:tc>"
#define TABLE "<w:tbl><w:tr>" WORDS ("项目编码") WORDS ("13099926P00001") WORDS ("项目名称") WORDS ("河道清淤") "</w:tr></w:tbl>" \
  "<w:tbl><w:tr>" WORDS ("一级指标") WORDS ("二级指标") WORDS ("三级指标") WORDS ("指标值") "</w:tr>" \
  "<w:tr>" WORDS ("产出指标") WORDS ("数量指标") WORDS ("清淤长度") WORDS ("≥3公里") "</w:tr></w:tbl>"
#define HEADING "<w:p><w:r><w:t>1.河道清淤绩效目标表</w:t></w:r></w:p>"
#define DOCX(head, repeated, times, tail) { DOCX_ROOT, { "word/document.xml", W head, repeated, times, tail W_END } }
#define BOOK "<workbook " S " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='1' r:id='a'/></sheets></workbook>"
#define XLSX(sheet_head, repeated, times, sheet_tail, string_head, string, n_strings) { \
  { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='xl/workbook.xml'/></Relationships>" }, \
  { "xl/workbook.xml", BOOK }, \
  { "xl/_rels/workbook.xml.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "worksheet' Target='one.xml'/>" \
    "<Relationship Id='b' Type='" ROLES "sharedStrings' Target='strings.xml'/></Relationships>" }, \
  { "xl/one.xml", "<worksheet " S ">" sheet_head, repeated, times, sheet_tail "</worksheet>" }, \
  { "xl/strings.xml", "<sst " S ">" string_head, string, n_strings, "</t></si></sst>" } }
#define CELL(x) "<c t='inlineStr'><is><t>" x "</t></is></c>"
#define NESTED "<w:tbl><w:tr><w:tc>"
#define FILE_OF(head, repeated, times, tail) { { NULL, head, repeated, times, tail } }

static const Hostile hostiles[] = {
  /* What unpacks to more than it is. */
  { "docx-bomb", DOCX ("<w:p><w:r><w:t>", "                                                                ", 500000, "</w:t></w:r></w:p>"), "unpacks to more" },
  { "docx-large", DOCX ("", "<w:p><w:r><w:t>" DIGITS "河道清淤</w:t></w:r></w:p>", 1000000, ""), "more in this file" },
  { "docx-paragraphs", DOCX ("", "<w:p/>", 600000, ""), "" },
  { "docx-parts", { DOCX_ROOT, { "word/document.xml", W W_END }, { "x/" DIGITS, "", NULL, 20000, "" } }, "unpacks to more" },
  { "xlsx-bomb", XLSX ("<sheetData>", "<row><c><v>1</v></c></row>", 2000000, "</sheetData>", "<si><t>", "", 0), "" },
  { "xlsx-strings", XLSX ("<sheetData/>", "", 0, "", "<si><t>", DIGITS "</t></si><si><t>", 1100000), "" },
  { "xlsx-one-text", XLSX ("<sheetData>", "<row><c t='s'><v>0</v></c></row>", 1000, "</sheetData>", "<si><t>", DIGITS "河道清淤", 1500), "" },
  { "xlsx-one-string", XLSX ("<sheetData><row>", "<c t='s'><v>0</v></c>", 900000, "</row></sheetData>", "<si><t>", DIGITS "河道清淤", 500000), "" },

  /* Many cells, wide cells. */
  { "docx-cells", DOCX ("<w:tbl>", "<w:tr><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/><w:tc/></w:tr>", 125000, "</w:tbl>"), "more cells" },
  { "docx-wide", DOCX ("<w:tbl>", "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='100000'/></w:tcPr><w:p/></w:tc></w:tr>", 20000, "</w:tbl>"), "" },
  { "docx-tables", DOCX ("", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", 300000, ""), "" },
  { "docx-forms", DOCX ("", HEADING TABLE, 20000, ""), NULL },
  { "xlsx-cells", XLSX ("<sheetData>", "<row><c><v>" DIGITS "</v></c><c/><c/><c/><c/><c/><c/><c/><c/><c/></row>", 100000, "</sheetData>", "<si><t>", "", 0), "" },
  { "xlsx-far", XLSX ("<sheetData>", "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", 1000, "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
    "<si><t>", "", 0), "" },
  { "html-wide", FILE_OF ("<table>", "<tr><td colspan=100000>a<td colspan=100000>b</tr>", 100000, "</table>"), "" },
  { "html-cells", FILE_OF ("<table>", "<tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7<td>8<td>9<td>0</tr>", 110000, "</table>"), "larger tables" },
  { "html-cells-below", FILE_OF ("<table>", "<tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7<td>8<td>9<td>0</tr>", 90000, "</table>"), "" },

  { "text-lines", FILE_OF ("", "甲\n", 1900000, ""), "more in this file" },
  { "text-many-lines", FILE_OF ("", "甲\n", 10000000, ""), "more in this file" },
  { "text-below", FILE_OF ("", DIGITS "河道清淤\n", 490000, ""), "no goal document" },
  { "text-cells", FILE_OF ("1.河道清淤绩效目标表\n", "\t甲\n\t" DIGITS "\n\n", 600000, ""), "" },
  { "text-one-line", FILE_OF ("", "河道清淤", 3500000, ""), "no goal document" },
  { "text-bars", FILE_OF ("", "|" DIGITS "|甲|乙|丙|\n", 240000, ""), "" },
  { "text-large", FILE_OF ("", "河道清淤" DIGITS, 3000000, ""), "larger than" },

  /* Much of what the recogniser does know. */
  { "text-form", FILE_OF ("1.河道清淤绩效目标表\n项目编码\n13099926P00001\n", "项目编码\n产出指标\n≥3公里\n", 160000, ""), "" },
  { "text-projects", FILE_OF ("", "1.河道清淤绩效目标表\n项目编码\n" DIGITS "\n", 160000, ""), "" },
  { "docx-indicators", DOCX (HEADING TABLE "<w:tbl><w:tr>" WORDS ("一级指标") WORDS ("二级指标") WORDS ("三级指标") WORDS ("指标值") "</w:tr>",
    "<w:tr>" WORDS ("产出指标") WORDS ("数量指标") WORDS (DIGITS) WORDS ("≥3公里") "</w:tr>", 45000, "</w:tbl>"), NULL },
  { "html-indicators", FILE_OF ("<h2>1.河道清淤绩效目标表</h2><table><tr><td>项目编码<td>1309<td>项目名称<td>河道清淤<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值",
    "<tr><td>产出指标<td>数量指标<td>" DIGITS "<td>≥3公里", 240000, "</table>"), "" },

  /* One inside the other. */
  { "docx-deep", DOCX ("", NESTED, 100000, ""), "nested too deeply" },
  { "docx-nested", DOCX (NESTED NESTED NESTED NESTED NESTED NESTED NESTED NESTED, "<w:p/>", 1,
    "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"), "" },
  { "html-deep", FILE_OF ("", "<table><tr><td>", 1000000, ""), "" },
  { "html-deep-words", FILE_OF ("<p>", "<b><i>", 1000000, "x"), "" },
  { "xml-deep", FILE_OF ("<goal-document xmlns='urn:jixiao:goal-document:1' version='1.9'>", "<a>", 1000000, ""), "nested" },

  /* Entities, other places. */
  { "docx-entities", { DOCX_ROOT, { "word/document.xml", "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" W "&b;" W_END } }, "document type declaration" },
  { "html-entities", FILE_OF ("<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>", "&b;", 1000000, ""), "" },
  { "xml-entities", FILE_OF ("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><goal-document xmlns='urn:jixiao:goal-document:1' version='1.0'>",
    "&b;", 1000000, ""), "" },
  { "docx-paths", { { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='../../../../../etc/passwd'/></Relationships>" },
    { "../../../etc/passwd", W W_END }, { "../word/document.xml", W W_END } }, "no document" },
  { "docx-elsewhere", { { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' TargetMode='External' Target='file:///etc/passwd'/></Relationships>" },
    { "word/other.xml", W W_END } }, "no document" },

  /* Macros are no reason to refuse what holds them: they are not looked at. */
  { "docm", { DOCX_ROOT, { "word/document.xml", W HEADING TABLE W_END }, { "word/vbaProject.bin", "Sub AutoOpen()\nEnd Sub" } }, NULL },
  { "xlsm", { { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='xl/workbook.xml'/></Relationships>" }, { "xl/workbook.xml", BOOK },
    { "xl/_rels/workbook.xml.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "worksheet' Target='one.xml'/></Relationships>" },
    { "xl/one.xml", "<worksheet " S "><sheetData><row>" CELL ("1.河道清淤绩效目标表") "</row>"
      "<row>" CELL ("项目编码") CELL ("13099926P00001") CELL ("项目名称") CELL ("河道清淤") "</row>"
      "<row>" CELL ("一级指标") CELL ("二级指标") CELL ("三级指标") CELL ("指标值") "</row>"
      "<row>" CELL ("产出指标") CELL ("数量指标") CELL ("清淤长度") CELL ("≥3公里") "</row></sheetData></worksheet>" },
    { "xl/vbaProject.bin", "Sub Workbook_Open()\nEnd Sub" } }, NULL },
};

static guint
get_times (const Flood *flood)
{
  return flood->times > 1000 ? flood->times / SHARE : flood->times;
}

/* Digits that look like chance and are the same every time. */
static void
append_repeated (GString *text, const Flood *flood, guint index)
{
  const char *digits = strstr (flood->repeated, DIGITS);

  if (digits == NULL)
    {
      g_string_append (text, flood->repeated);
      return;
    }
  g_string_append_len (text, flood->repeated, digits - flood->repeated);
  g_string_append_printf (text, "%u", index * 2654435761u);
  g_string_append (text, digits + strlen (DIGITS));
}

static char *
make_text (const Flood *flood)
{
  GString *text = g_string_new (flood->head);

  for (guint i = 0; flood->repeated != NULL && i < get_times (flood); i++)
    append_repeated (text, flood, i);
  g_string_append (text, flood->tail != NULL ? flood->tail : "");

  return g_string_free (text, FALSE);
}

static GBytes *
make_file (const Hostile *hostile)
{
  g_autoptr (GArray) parts = g_array_new (TRUE, TRUE, sizeof (JxPackedPart));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  if (hostile->parts[0].part == NULL)
    {
      char *text = make_text (&hostile->parts[0]);

      return g_bytes_new_take (text, strlen (text));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (hostile->parts) && hostile->parts[i].part != NULL; i++)
    {
      const Flood *flood = &hostile->parts[i];
      gboolean many = strstr (flood->part, DIGITS) != NULL;

      /* Never less of them: it is their number that does harm. */
      for (guint n = 0; n < (many ? flood->times : 1); n++)
        {
          JxPackedPart part = { many ? g_strdup_printf ("x/%u", n) : g_strdup (flood->part), make_text (flood) };

          g_ptr_array_add (kept, (gpointer) part.name);
          g_ptr_array_add (kept, (gpointer) part.text);
          g_array_append_val (parts, part);
        }
    }

  return jx_packed_new ((const JxPackedPart *) parts->data);
}

typedef struct
{
  int status;
  double seconds;
  double mib;
  char *told;
} Cost;

/* Runs the import of @input and measures it. */
static Cost
measure (const char *input, const char *output)
{
  const char *words[] = { g_getenv ("JX_CLI"), "import", input, "-o", output, NULL };
  g_autofree char *told_path = g_strconcat (output, ".told", NULL);
  int told = g_open (told_path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  int nothing = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  Cost cost = { 0 };
  int status = 0;
  GPid pid;

  g_spawn_async_with_fds (NULL, (char **) words, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1, nothing, told, &error);
  g_assert_no_error (error);
  while (wait4 (pid, &status, 0, &usage) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  close (told);
  close (nothing);

  g_assert_true (WIFEXITED (status));
  cost.status = WEXITSTATUS (status);
  cost.seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  cost.mib = (double) usage.ru_maxrss / 1024;
  cost.told = jx_test_read (told_path, NULL);

  return cost;
}

/* Done in silence, or refused with one line and nothing written. */
static void
assert_told (const Cost *cost, const char *output)
{
  gboolean refused = cost->status == 2;

  g_assert_true (refused ? g_str_has_prefix (cost->told, "jixiao-cli: ") : *cost->told == '\0');
  g_assert_true (!refused || strchr (cost->told, '\n') == cost->told + strlen (cost->told) - 1);
  g_assert_true (g_file_test (output, G_FILE_TEST_EXISTS) == !refused);
}

static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autofree char *folder = jx_run_folder ();
  /* Whatever it is called. */
  g_autofree char *input = g_build_filename (folder, "colleague.doc", NULL);
  g_autofree char *output = g_build_filename (folder, "out.jixiao", NULL);
  g_autoptr (GBytes) bytes = make_file (hostile);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  Cost cost;

  g_file_set_contents (input, contents, (gssize) length, &error);
  g_assert_no_error (error);
  cost = measure (input, output);
  told = cost.told;
  g_test_message ("%" G_GSIZE_FORMAT " bytes: status %d, %.2f s, %.0f MiB: %s", length, cost.status, cost.seconds, cost.mib, told);

  g_assert_cmpfloat (cost.seconds, <, SECONDS_MOST);
  g_assert_cmpfloat (cost.mib, <, MIB_MOST);
  if (hostile->told == NULL)
    g_assert_cmpint (cost.status, <=, 1);
  /* What is a share of itself may be little enough to be read. */
  else if (SHARE == 1)
    {
      g_assert_cmpint (cost.status, ==, 2);
      g_assert_nonnull (strstr (told, hostile->told));
    }
  assert_told (&cost, output);
  jx_test_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/hostile/", hostiles[i].name, NULL);

      g_test_add_data_func (path, &hostiles[i], test_hostile);
    }

  return g_test_run ();
}
