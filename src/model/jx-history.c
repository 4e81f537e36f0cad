#include "model/jx-history.h"
