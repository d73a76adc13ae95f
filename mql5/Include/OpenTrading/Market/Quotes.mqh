//+------------------------------------------------------------------+
//| Quotes.mqh - op quote                                             |
//+------------------------------------------------------------------+
void OpQuote(const long id,const JsonField &fields[])
{
   string symbol=JsonString(fields,"symbol");
   MqlTick tick;
   if(!HaveSymbol(id,symbol))
      return;
   if(!SymbolInfoTick(symbol,tick) || tick.bid<=0 || tick.ask<=0)
   {
      ReplyFailed(id,"PRICE_OFF",NativePriceOff(),"the terminal has no quote for "+symbol+" yet",true);
      return;
   }
   int digits=SymbolDigits(symbol);
   ReplyOk(id,TextPair("symbol",symbol)+","+LongPair("time",ToUtcMs(tick.time)+TickMilliseconds(tick))+","
           +FixedPair("bid",tick.bid,digits)+","+FixedPair("ask",tick.ask,digits)+","+FixedPair("last",tick.last,digits)+","
           +DecimalPair("volume",TickVolume(tick))+","+LongPair("flags",TickFlags(tick))+","+LongPair("spread",SpreadPoints(symbol)));
}
