//+------------------------------------------------------------------+
//| Account.mqh - what an account of MT4 is                           |
//+------------------------------------------------------------------+
bool IsNetting()
{
   return(false);
}

string MarginModeName()
{
   return("hedging");
}

//--- MT4 tells neither: the broker's refusal 149 or 150 does
bool IsFifoAccount()
{
   return(false);
}

bool IsHedgeAllowed()
{
   return(true);
}

int AccountDigits()
{
   return(2);
}

long PingMicroseconds()
{
   return(0);
}

void OpMargin(const long id,const JsonField &fields[])
{
   string fault="";
   string symbol=JsonString(fields,"symbol");
   string side=JsonString(fields,"side");
   double volume=JsonDouble(fields,"volume",fault);
   if(fault!="" || volume<=0 || (side!="buy" && side!="sell"))
   {
      ReplyBadRequest(id,"margin needs symbol, side and volume");
      return;
   }
   if(!HaveSymbol(id,symbol))
      return;
   // MT4 works with its own current price
   double margin=MarketInfo(symbol,MODE_MARGINREQUIRED)*volume;
   double price=MarketInfo(symbol,side=="buy" ? MODE_ASK : MODE_BID);
   if(margin<=0)
   {
      ReplyFailed(id,"TRADE_CALC_FAILED",0,"the terminal cannot work out the margin",true);
      return;
   }
   ReplyOk(id,TextPair("symbol",symbol)+","+TextPair("side",side)+","+DecimalPair("volume",volume)+","
           +FixedPair("price",price,SymbolDigits(symbol))+","+FixedPair("margin",margin,MoneyDigits()));
}
