#include "model/jx-path.h"
