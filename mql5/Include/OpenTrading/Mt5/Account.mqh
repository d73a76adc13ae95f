//+------------------------------------------------------------------+
//| Account.mqh - what MT5 alone knows of an account                  |
//+------------------------------------------------------------------+
bool IsNetting()
{
   return(AccountInfoInteger(ACCOUNT_MARGIN_MODE)!=ACCOUNT_MARGIN_MODE_RETAIL_HEDGING);
}

string MarginModeName()
{
   long mode=AccountInfoInteger(ACCOUNT_MARGIN_MODE);
   if(mode==ACCOUNT_MARGIN_MODE_RETAIL_HEDGING)
      return("hedging");
   if(mode==ACCOUNT_MARGIN_MODE_EXCHANGE)
      return("exchange");
   return("netting");
}

bool IsFifoAccount()
{
   return((bool)AccountInfoInteger(ACCOUNT_FIFO_CLOSE));
}

bool IsHedgeAllowed()
{
   return((bool)AccountInfoInteger(ACCOUNT_HEDGE_ALLOWED));
}

int AccountDigits()
{
   return((int)AccountInfoInteger(ACCOUNT_CURRENCY_DIGITS));
}

long PingMicroseconds()
{
   return(TerminalInfoInteger(TERMINAL_PING_LAST));
}

void OpMargin(const long id,const JsonField &fields[])
{
   string fault="";
   string symbol=JsonString(fields,"symbol");
   string side=JsonString(fields,"side");
   double volume=JsonDouble(fields,"volume",fault);
   double price=JsonDouble(fields,"price",fault);
   if(fault!="" || volume<=0 || price<0 || (side!="buy" && side!="sell"))
   {
      ReplyBadRequest(id,"margin needs symbol, side, volume and may have price");
      return;
   }
   if(!HaveSymbol(id,symbol))
      return;
   if(price==0)
      price=SymbolInfoDouble(symbol,side=="buy" ? SYMBOL_ASK : SYMBOL_BID);
   double margin=0;
   ResetLastError();
   if(!OrderCalcMargin(side=="buy" ? ORDER_TYPE_BUY : ORDER_TYPE_SELL,symbol,volume,price,margin))
   {
      ReplyFailed(id,"TRADE_CALC_FAILED",GetLastError(),"the terminal cannot work out the margin",true);
      return;
   }
   ReplyOk(id,TextPair("symbol",symbol)+","+TextPair("side",side)+","+DecimalPair("volume",volume)+","
           +FixedPair("price",price,SymbolDigits(symbol))+","+FixedPair("margin",margin,MoneyDigits()));
}
