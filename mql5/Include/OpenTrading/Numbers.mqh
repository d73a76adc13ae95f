//+------------------------------------------------------------------+
//| Numbers.mqh - arithmetic the language leaves to casts             |
//+------------------------------------------------------------------+
#define OT_VOLUME_GRAIN 0.00000001   // two volumes closer than this are the same

int MinInt(const int left,const int right)
{
   return(left<right ? left : right);
}

long MinLong(const long left,const long right)
{
   return(left<right ? left : right);
}

long MaxLong(const long left,const long right)
{
   return(left>right ? left : right);
}

bool SameVolume(const double left,const double right)
{
   return(MathAbs(left-right)<OT_VOLUME_GRAIN);
}

//--- equal at the digits of the symbol
bool SamePrice(const double left,const double right,const int digits)
{
   return(NormalizeDouble(left-right,digits)==0.0);
}
