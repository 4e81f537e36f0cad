#include "model/jx-document.h"
