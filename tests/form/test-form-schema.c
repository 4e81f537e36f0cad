/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema and the reader take the same forms. */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "form/jx-form.h"
#include "jx-test.h"

#define HEAD "<form xmlns='urn:jixiao:form:1' id='t' subject='project'><title>表</title>"

static void
be_silent (void *data, xmlErrorPtr error)
{
}

static gboolean
validate (const char *text)
{
  g_autofree char *path = jx_test_source ("data/schema/form.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *context;
  xmlDoc *tree = xmlReadMemory (text, strlen (text), NULL, NULL, XML_PARSE_NONET);
  int status;

  g_assert_nonnull (schema);
  g_assert_nonnull (tree);
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, be_silent, NULL);
  status = xmlRelaxNGValidateDoc (context, tree);

  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (tree);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);

  return status == 0;
}

static gboolean
is_read (const char *text)
{
  g_autoptr (JxForm) form = jx_form_parse (text, strlen (text), "t.xml", NULL);

  return form != NULL;
}

static void
test_built_in (void)
{
  g_autofree char *folder = jx_test_source ("data/forms");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      text = jx_test_read (path, NULL);
      g_test_message ("%s", name);
      g_assert_true (validate (text));
      g_assert_true (is_read (text));
      count++;
    }
  g_assert_cmpuint (count, >=, 3);
}

/* What the schema can see, both refuse or both take. */
static void
test_agreement (void)
{
  static const struct { const char *text; gboolean good; } forms[] = {
    { HEAD "</form>", TRUE },
    { HEAD "<paragraph>x<br/>{name}<alias>y</alias></paragraph></form>", TRUE },
    { HEAD "<contents/><title-page><paragraph>x</paragraph></title-page></form>", TRUE },
    { HEAD "<page size='A3' margins-mm='1 2 3 4'/><style name='a' bold='yes'/></form>", TRUE },
    { HEAD "<table widths='1.5 2'><row><cell merge='drawn'>x</cell><cell rows='1'/></row></table></form>", TRUE },
    { HEAD "<table><row><across list='goal' items='2'><cell>{text}</cell></across></row></table></form>", TRUE },
    { HEAD "<each list='goal'><heading>{text}</heading></each></form>", TRUE },
    { "<form xmlns='urn:jixiao:form:1'><title>x</title></form>", FALSE },
    { "<form xmlns='urn:jixiao:form:1' id='t'/>", FALSE },
    { HEAD "<cell>x</cell></form>", FALSE },
    { HEAD "<paragraph lang='zh'>x</paragraph></form>", FALSE },
    { HEAD "<paragraph><i>x</i></paragraph></form>", FALSE },
    { HEAD "<heading level='5'>x</heading></form>", FALSE },
    { HEAD "<page size='A7'/></form>", FALSE },
    { HEAD "<page margins-mm='1 2'/></form>", FALSE },
    { HEAD "<style name='a' align='left'/></form>", FALSE },
    { HEAD "<table/></form>", FALSE },
    { HEAD "<table><row/></table></form>", FALSE },
    { HEAD "<table><row><cell columns='0'>x</cell></row></table></form>", FALSE },
    { HEAD "<table><row><cell merge='maybe'>x</cell></row></table></form>", FALSE },
    { HEAD "<each list='row'/></form>", FALSE },
    { HEAD "<each/></form>", FALSE },
    { HEAD "<use/></form>", FALSE },
    { HEAD "<table><each list='goal'><paragraph>x</paragraph></each></table></form>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_test_message ("%s", forms[i].text);
      g_assert_cmpint (is_read (forms[i].text), ==, forms[i].good);
      g_assert_cmpint (validate (forms[i].text), ==, forms[i].good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/form-schema/built-in", test_built_in);
  g_test_add_func ("/form-schema/agreement", test_agreement);

  return g_test_run ();
}
