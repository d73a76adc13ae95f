//+------------------------------------------------------------------+
//| SymbolSheet.mqh - op symbol: the contract as MT4 knows it         |
//+------------------------------------------------------------------+
bool KnowSymbol(const string symbol)
{
   int total=SymbolsTotal(false);
   for(int i=0; i<total; i++)
      if(SymbolName(i,false)==symbol)
         return(true);
   return(false);
}

string TradeModeOf(const string symbol)
{
   return(MarketInfo(symbol,MODE_TRADEALLOWED)>0 ? "full" : "disabled");
}

string ExecutionOf(const string symbol)
{
   long mode=SymbolInfoInteger(symbol,SYMBOL_TRADE_EXEMODE);
   if(mode==SYMBOL_TRADE_EXECUTION_REQUEST)
      return("request");
   return(mode==SYMBOL_TRADE_EXECUTION_INSTANT ? "instant" : "market");
}

string SwapModeOf(const string symbol)
{
   int mode=(int)MarketInfo(symbol,MODE_SWAPTYPE);
   if(mode==0)
      return("points");
   if(mode==1)
      return("currency_symbol");
   return(mode==2 ? "interest_current" : "currency_margin");
}

string CalcModeOf(const string symbol)
{
   int mode=(int)MarketInfo(symbol,MODE_PROFITCALCMODE);
   return(mode==0 ? "forex" : mode==1 ? "cfd" : "futures");
}

void OpSymbol(const long id,const JsonField &fields[])
{
   string symbol=JsonString(fields,"symbol");
   if(!HaveSymbol(id,symbol))
      return;
   int digits=SymbolDigits(symbol);
   double tick_value=MarketInfo(symbol,MODE_TICKVALUE);
   ReplyOk(id,TextPair("symbol",symbol)+","+TextPair("description",SymbolInfoString(symbol,SYMBOL_DESCRIPTION))+","
           +TextPair("path",SymbolInfoString(symbol,SYMBOL_PATH))+","+TextPair("currency_base",SymbolInfoString(symbol,SYMBOL_CURRENCY_BASE))+","
           +TextPair("currency_profit",SymbolInfoString(symbol,SYMBOL_CURRENCY_PROFIT))+","
           +TextPair("currency_margin",SymbolInfoString(symbol,SYMBOL_CURRENCY_MARGIN))+","+LongPair("digits",digits)+","
           +FixedPair("point",MarketInfo(symbol,MODE_POINT),digits)+","+DecimalPair("tick_size",MarketInfo(symbol,MODE_TICKSIZE))+","
           +DecimalPair("tick_value",tick_value)+","+DecimalPair("tick_value_profit",tick_value)+","+DecimalPair("tick_value_loss",tick_value)+","
           +DecimalPair("contract_size",MarketInfo(symbol,MODE_LOTSIZE))+","+DecimalPair("volume_min",MarketInfo(symbol,MODE_MINLOT))+","
           +DecimalPair("volume_max",MarketInfo(symbol,MODE_MAXLOT))+","+DecimalPair("volume_step",MarketInfo(symbol,MODE_LOTSTEP))+",\"volume_limit\":0,"
           +LongPair("stops_level",(long)MarketInfo(symbol,MODE_STOPLEVEL))+","+LongPair("freeze_level",(long)MarketInfo(symbol,MODE_FREEZELEVEL))+","
           +LongPair("spread",SpreadPoints(symbol))+","+BoolPair("spread_float",(bool)SymbolInfoInteger(symbol,SYMBOL_SPREAD_FLOAT))+","
           +TextPair("trade_mode",TradeModeOf(symbol))+","+TextPair("calc_mode",CalcModeOf(symbol))+","+TextPair("execution",ExecutionOf(symbol))+","
           +"\"filling\":\"\",\"order_modes\":\"market,limit,stop,sl,tp\",\"expiration_modes\":\"gtc,specified\","
           +DecimalPair("margin_initial",MarketInfo(symbol,MODE_MARGININIT))+","+DecimalPair("margin_hedged",MarketInfo(symbol,MODE_MARGINHEDGED))+","
           +TextPair("swap_mode",SwapModeOf(symbol))+","+DecimalPair("swap_long",MarketInfo(symbol,MODE_SWAPLONG))+","
           +DecimalPair("swap_short",MarketInfo(symbol,MODE_SWAPSHORT))+","+LongPair("swap_rollover3days",SymbolInfoInteger(symbol,SYMBOL_SWAP_ROLLOVER3DAYS))
           +",\"quote_sessions\":"+SessionRows(symbol,false)+",\"trade_sessions\":"+SessionRows(symbol,true));
}
