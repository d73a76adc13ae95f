//+------------------------------------------------------------------+
//| Utf8.mqh - is a run of bytes well-formed UTF-8?                   |
//+------------------------------------------------------------------+
//--- Overlong forms, surrogates, code points above U+10FFFF and NUL are refused: CharArrayToString would hide them.
bool IsUtf8(const uchar &bytes[],const int start,const int count)
{
   int end=start+count;
   int i=start;
   while(i<end)
   {
      int lead=(int)bytes[i];
      int more=0;
      int low=0x80,high=0xBF;
      if(lead==0)
         return(false);
      if(lead<0x80)
      {
         i++;
         continue;
      }
      if(lead>=0xC2 && lead<=0xDF)
         more=1;
      else if(lead>=0xE0 && lead<=0xEF)
      {
         more=2;
         if(lead==0xE0)
            low=0xA0;
         if(lead==0xED)
            high=0x9F;
      }
      else if(lead>=0xF0 && lead<=0xF4)
      {
         more=3;
         if(lead==0xF0)
            low=0x90;
         if(lead==0xF4)
            high=0x8F;
      }
      else
         return(false);
      if(i+more>=end)
         return(false);
      for(int k=1; k<=more; k++)
      {
         int c=(int)bytes[i+k];
         if(c<low || c>high)
            return(false);
         low=0x80;
         high=0xBF;
      }
      i+=more+1;
   }
   return(true);
}
