/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/jx-error.h"
#include "base/jx-place.h"
#include "cli/jx-cli.h"

static const JxVerb verbs[] = {
  { "import", N_("take in a colleague's file"), jx_verb_import },
  { "export", N_("write a PDF, Word, Excel, a web page or text"), jx_verb_export },
  { "show", N_("tell what is in a document"), jx_verb_show },
  { "chart", N_("draw spending against the plan"), jx_verb_chart },
  { "diff", N_("compare two documents field by field"), jx_verb_diff },
  { "merge", N_("take others' changes into a document"), jx_verb_merge },
};

static void
print_help (void)
{
  g_print ("%s\n", _("Usage: jixiao-cli VERB [OPTION…] …"));
  g_print ("\n%s\n", _("Budget performance goal documents without a display. Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i].name, _(verbs[i].summary));
  g_print ("\n%s\n", _("“jixiao-cli VERB --help” tells a verb's options. Exit status: 0 done; 1 done, with something to look at; 2 failed, nothing written."));
}

static const JxVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];

  return NULL;
}

/* One line, whatever the sentence holds. */
static void
print_error (const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  g_strdelimit (line, "\r\n", ' ');
  g_printerr ("jixiao-cli: %s\n", line);
}

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const JxVerb *verb = NULL;
  int status;

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return argc < 2 ? JX_EXIT_FAILED : JX_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("jixiao-cli %s\n", JX_VERSION);
      return JX_EXIT_DONE;
    }

  verb = find_verb (argv[1]);
  if (verb == NULL)
    {
      g_set_error (&error, JX_ERROR, JX_ERROR_USAGE, _("there is no verb “%s”; “jixiao-cli --help” lists them"), argv[1]);
      print_error (error);
      return JX_EXIT_FAILED;
    }

  status = verb->run (argc - 1, argv + 1, &error);
  if (error != NULL)
    print_error (error);
  return status;
}

int
main (int argc, char **argv)
{
  int status;

  jx_place_init_text ();
  status = run (argc, argv);

  /* A reader that has gone away or a full disk behind standard output is a failure too. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("jixiao-cli: %s\n", _("standard output could not be written; free some space or choose a file with -o"));
      status = JX_EXIT_FAILED;
    }
  return status;
}
