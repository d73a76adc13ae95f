//+------------------------------------------------------------------+
//| SymbolSheet.mqh - op symbol: the contract in full (MT5)           |
//+------------------------------------------------------------------+
bool KnowSymbol(const string symbol)
{
   bool custom=false;
   return(symbol!="" && SymbolExist(symbol,custom));
}

string TradeModeOf(const string symbol)
{
   long mode=SymbolInfoInteger(symbol,SYMBOL_TRADE_MODE);
   if(mode==SYMBOL_TRADE_MODE_DISABLED)  return("disabled");
   if(mode==SYMBOL_TRADE_MODE_LONGONLY)  return("long_only");
   if(mode==SYMBOL_TRADE_MODE_SHORTONLY) return("short_only");
   if(mode==SYMBOL_TRADE_MODE_CLOSEONLY) return("close_only");
   return("full");
}

string ExecutionOf(const string symbol)
{
   long mode=SymbolInfoInteger(symbol,SYMBOL_TRADE_EXEMODE);
   if(mode==SYMBOL_TRADE_EXECUTION_REQUEST) return("request");
   if(mode==SYMBOL_TRADE_EXECUTION_INSTANT) return("instant");
   if(mode==SYMBOL_TRADE_EXECUTION_MARKET)  return("market");
   return("exchange");
}

string FillingOf(const string symbol)
{
   ENUM_ORDER_TYPE_FILLING policies[];
   FillingPolicies(symbol,false,policies);
   string list="";
   for(int i=0; i<ArraySize(policies); i++)
      list=AddToList(list,policies[i]==ORDER_FILLING_FOK ? "fok" : policies[i]==ORDER_FILLING_IOC ? "ioc" : "return");
   if((SymbolInfoInteger(symbol,SYMBOL_FILLING_MODE)&SYMBOL_FILLING_BOC)!=0)
      list=AddToList(list,"boc");
   return(list);
}

string AddBit(const string list,const long bits,const long bit,const string name)
{
   return((bits&bit)!=0 ? AddToList(list,name) : list);
}

string OrderModesOf(const string symbol)
{
   long bits=SymbolInfoInteger(symbol,SYMBOL_ORDER_MODE);
   string list=AddBit("",bits,SYMBOL_ORDER_MARKET,"market");
   list=AddBit(list,bits,SYMBOL_ORDER_LIMIT,"limit");
   list=AddBit(list,bits,SYMBOL_ORDER_STOP,"stop");
   list=AddBit(list,bits,SYMBOL_ORDER_STOP_LIMIT,"stop_limit");
   list=AddBit(list,bits,SYMBOL_ORDER_SL,"sl");
   list=AddBit(list,bits,SYMBOL_ORDER_TP,"tp");
   return(AddBit(list,bits,SYMBOL_ORDER_CLOSEBY,"close_by"));
}

string ExpirationModesOf(const string symbol)
{
   long bits=SymbolInfoInteger(symbol,SYMBOL_EXPIRATION_MODE);
   string list=AddBit("",bits,SYMBOL_EXPIRATION_GTC,"gtc");
   list=AddBit(list,bits,SYMBOL_EXPIRATION_DAY,"day");
   list=AddBit(list,bits,SYMBOL_EXPIRATION_SPECIFIED,"specified");
   return(AddBit(list,bits,SYMBOL_EXPIRATION_SPECIFIED_DAY,"specified_day"));
}

string SwapModeOf(const string symbol)
{
   long mode=SymbolInfoInteger(symbol,SYMBOL_SWAP_MODE);
   if(mode==SYMBOL_SWAP_MODE_POINTS)           return("points");
   if(mode==SYMBOL_SWAP_MODE_CURRENCY_SYMBOL)  return("currency_symbol");
   if(mode==SYMBOL_SWAP_MODE_CURRENCY_MARGIN)  return("currency_margin");
   if(mode==SYMBOL_SWAP_MODE_CURRENCY_DEPOSIT) return("currency_deposit");
   if(mode==SYMBOL_SWAP_MODE_CURRENCY_PROFIT)  return("currency_profit");
   if(mode==SYMBOL_SWAP_MODE_INTEREST_CURRENT) return("interest_current");
   if(mode==SYMBOL_SWAP_MODE_INTEREST_OPEN)    return("interest_open");
   if(mode==SYMBOL_SWAP_MODE_REOPEN_CURRENT)   return("reopen_current");
   if(mode==SYMBOL_SWAP_MODE_REOPEN_BID)       return("reopen_bid");
   return("disabled");
}

string CalcModeOf(const string symbol)
{
   string name=EnumToString((ENUM_SYMBOL_CALC_MODE)SymbolInfoInteger(symbol,SYMBOL_TRADE_CALC_MODE));
   return(Lower(StringSubstr(name,StringLen("SYMBOL_CALC_MODE_"))));
}

string SheetPairs(const string symbol)
{
   int digits=SymbolDigits(symbol);
   return(TextPair("symbol",symbol)+","+TextPair("description",SymbolInfoString(symbol,SYMBOL_DESCRIPTION))+","
          +TextPair("path",SymbolInfoString(symbol,SYMBOL_PATH))+","+TextPair("currency_base",SymbolInfoString(symbol,SYMBOL_CURRENCY_BASE))+","
          +TextPair("currency_profit",SymbolInfoString(symbol,SYMBOL_CURRENCY_PROFIT))+","
          +TextPair("currency_margin",SymbolInfoString(symbol,SYMBOL_CURRENCY_MARGIN))+","+LongPair("digits",digits)+","
          +FixedPair("point",SymbolInfoDouble(symbol,SYMBOL_POINT),digits)+","
          +DecimalPair("tick_size",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_SIZE))+","
          +DecimalPair("tick_value",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_VALUE))+","
          +DecimalPair("tick_value_profit",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_VALUE_PROFIT))+","
          +DecimalPair("tick_value_loss",SymbolInfoDouble(symbol,SYMBOL_TRADE_TICK_VALUE_LOSS))+","
          +DecimalPair("contract_size",SymbolInfoDouble(symbol,SYMBOL_TRADE_CONTRACT_SIZE))+","
          +DecimalPair("volume_min",SymbolInfoDouble(symbol,SYMBOL_VOLUME_MIN))+","
          +DecimalPair("volume_max",SymbolInfoDouble(symbol,SYMBOL_VOLUME_MAX))+","
          +DecimalPair("volume_step",SymbolInfoDouble(symbol,SYMBOL_VOLUME_STEP))+","
          +DecimalPair("volume_limit",SymbolInfoDouble(symbol,SYMBOL_VOLUME_LIMIT))+","
          +LongPair("stops_level",SymbolInfoInteger(symbol,SYMBOL_TRADE_STOPS_LEVEL))+","
          +LongPair("freeze_level",SymbolInfoInteger(symbol,SYMBOL_TRADE_FREEZE_LEVEL))+","
          +LongPair("spread",SpreadPoints(symbol))+","+BoolPair("spread_float",(bool)SymbolInfoInteger(symbol,SYMBOL_SPREAD_FLOAT)));
}

string RulePairs(const string symbol)
{
   return(TextPair("trade_mode",TradeModeOf(symbol))+","+TextPair("calc_mode",CalcModeOf(symbol))+","
          +TextPair("execution",ExecutionOf(symbol))+","+TextPair("filling",FillingOf(symbol))+","
          +TextPair("order_modes",OrderModesOf(symbol))+","+TextPair("expiration_modes",ExpirationModesOf(symbol))+","
          +DecimalPair("margin_initial",SymbolInfoDouble(symbol,SYMBOL_MARGIN_INITIAL))+","
          +DecimalPair("margin_hedged",SymbolInfoDouble(symbol,SYMBOL_MARGIN_HEDGED))+","
          +TextPair("swap_mode",SwapModeOf(symbol))+","+DecimalPair("swap_long",SymbolInfoDouble(symbol,SYMBOL_SWAP_LONG))+","
          +DecimalPair("swap_short",SymbolInfoDouble(symbol,SYMBOL_SWAP_SHORT))+","
          +LongPair("swap_rollover3days",SymbolInfoInteger(symbol,SYMBOL_SWAP_ROLLOVER3DAYS)));
}

void OpSymbol(const long id,const JsonField &fields[])
{
   string symbol=JsonString(fields,"symbol");
   if(!HaveSymbol(id,symbol))
      return;
   ReplyOk(id,SheetPairs(symbol)+","+RulePairs(symbol)+",\"quote_sessions\":"+SessionRows(symbol,false)
           +",\"trade_sessions\":"+SessionRows(symbol,true));
}
