/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-packed.h"

#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

static void
add_part (GsfOutfile *folder, const char *name, const char *text)
{
  const char *slash = strchr (name, '/');
  g_autofree char *first = slash != NULL ? g_strndup (name, (gsize) (slash - name)) : g_strdup (name);
  /* This one is not to be packed, so that it can be seen from outside. */
  int level = strcmp (name, "mimetype") == 0 ? GSF_ZIP_STORED : GSF_ZIP_DEFLATED;
  GsfOutput *child = gsf_outfile_new_child_full (folder, first, slash != NULL, "compression-level", level, NULL);

  if (slash != NULL)
    add_part (GSF_OUTFILE (child), slash + 1, text);
  else
    gsf_output_write (child, strlen (text), (const guint8 *) text);
  gsf_output_close (child);
  g_object_unref (child);
}

GBytes *
jx_packed_new (const JxPackedPart *parts)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *zip = gsf_outfile_zip_new (memory, NULL);
  GBytes *bytes;

  for (; parts->name != NULL; parts++)
    if (parts->text != NULL)
      add_part (zip, parts->name, parts->text);
  g_assert_true (gsf_output_close (GSF_OUTPUT (zip)));
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)), (gsize) gsf_output_size (memory));
  g_object_unref (zip);
  g_object_unref (memory);

  return bytes;
}

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define ROLES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

GBytes *
jx_packed_new_docx (const char *body, const char *numbering, const char *styles)
{
  g_autofree char *document = g_strconcat ("<w:document" JX_PACKED_W "><w:body>", body, "</w:body></w:document>", NULL);
  const JxPackedPart parts[] = {
    { "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>" },
    { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='word/main.xml'/></Relationships>" },
    { "word/_rels/main.xml.rels", RELATIONS
      "<Relationship Id='z' Type='" ROLES "numbering' TargetMode='External' Target='https://elsewhere.invalid/numbering.xml'/>"
      "<Relationship Id='a' Type='" ROLES "numbering' Target='numbering.xml'/>"
      "<Relationship Id='b' Type='" ROLES "styles' Target='/word/look.xml'/></Relationships>" },
    { "word/main.xml", document },
    { "word/numbering.xml", numbering },
    { "word/look.xml", styles },
    { NULL }
  };

  return jx_packed_new (parts);
}
