//+------------------------------------------------------------------+
//| Sessions.mqh - when a symbol is quoted and traded                 |
//+------------------------------------------------------------------+
//--- rows [day 0 = Sunday, from, to] in seconds of the server's day
string SessionRows(const string symbol,const bool trade)
{
   string rows="";
   for(int day=0; day<7; day++)
   {
      datetime from=0;
      datetime to=0;
      for(uint i=0; i<16; i++)
      {
         bool found=trade ? SymbolInfoSessionTrade(symbol,(ENUM_DAY_OF_WEEK)day,i,from,to)
                          : SymbolInfoSessionQuote(symbol,(ENUM_DAY_OF_WEEK)day,i,from,to);
         if(!found)
            break;
         rows=AddToList(rows,"["+IntegerToString(day)+","+IntegerToString((long)from)+","+IntegerToString((long)to)+"]");
      }
   }
   return("["+rows+"]");
}
