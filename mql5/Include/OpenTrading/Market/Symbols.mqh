//+------------------------------------------------------------------+
//| Symbols.mqh - op symbols, and what every op asks about a symbol   |
//+------------------------------------------------------------------+
int SymbolDigits(const string symbol)
{
   return(symbol=="" ? 2 : (int)SymbolInfoInteger(symbol,SYMBOL_DIGITS));
}

//--- -1 without a quote
long SpreadPoints(const string symbol)
{
   MqlTick tick;
   double point=SymbolInfoDouble(symbol,SYMBOL_POINT);
   if(!SymbolInfoTick(symbol,tick) || tick.bid<=0 || tick.ask<=0 || point<=0)
      return(-1);
   return((long)MathRound((tick.ask-tick.bid)/point));
}

//--- answers for an unknown symbol; puts a known one into the market watch, without which there are no prices
bool HaveSymbol(const long id,const string symbol)
{
   if(symbol!="" && KnowSymbol(symbol) && SymbolSelect(symbol,true))
      return(true);
   ReplyRefused(id,"SYMBOL_UNKNOWN","the broker has no symbol "+symbol);
   return(false);
}

string SymbolRow(const string name)
{
   return("["+Quoted(name)+","+Quoted(SymbolInfoString(name,SYMBOL_DESCRIPTION))+","+Quoted(SymbolInfoString(name,SYMBOL_PATH))+","
          +IntegerToString(SymbolDigits(name))+","+((bool)SymbolInfoInteger(name,SYMBOL_SELECT) ? "true" : "false")+"]");
}

//--- filter is a comma list of patterns with *, empty for all; offset and limit count the symbols that match
void OpSymbols(const long id,const JsonField &fields[])
{
   string fault="";
   string patterns[];
   long offset=JsonLong(fields,"offset",fault);
   long limit=JsonHas(fields,"limit") ? JsonLong(fields,"limit",fault) : OT_RECORD_LIMIT;
   string cursor=JsonString(fields,"cursor");
   if(fault!="" || offset<0 || limit<1 || (cursor!="" && !IsPlainNumber(cursor,true)))
   {
      ReplyBadRequest(id,"offset and limit are whole numbers, limit at least 1");
      return;
   }
   if(cursor!="")
      offset=StringToInteger(cursor);
   limit=MinLong(limit,OT_RECORD_LIMIT);
   int filters=SplitList(JsonString(fields,"filter"),patterns);
   int total=SymbolsTotal(false);
   long matched=0;
   RowsOpen(id);
   for(int i=0; i<total; i++)
   {
      string name=SymbolName(i,false);
      bool wanted=filters==0;
      for(int k=0; k<filters && !wanted; k++)
         wanted=Matches(name,patterns[k]);
      if(!wanted)
         continue;
      if(matched>=offset && matched<offset+limit)
         RowsAdd(SymbolRow(name));
      matched++;
   }
   RowsClose(matched>offset+limit ? IntegerToString(offset+limit) : "");
}
