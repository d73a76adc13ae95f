//+------------------------------------------------------------------+
//| Retcodes.mqh - what a return code of the trade server means (MT5) |
//+------------------------------------------------------------------+
#define OT_RETCODE_UNNAMED "UNKNOWN_RETCODE"

string RetcodeName(const uint code)
{
   if(code==TRADE_RETCODE_REQUOTE)              return("REQUOTE");
   if(code==TRADE_RETCODE_REJECT)               return("REJECT");
   if(code==TRADE_RETCODE_CANCEL)               return("CANCEL");
   if(code==TRADE_RETCODE_PLACED)               return("PLACED");
   if(code==TRADE_RETCODE_DONE)                 return("DONE");
   if(code==TRADE_RETCODE_DONE_PARTIAL)         return("DONE_PARTIAL");
   if(code==TRADE_RETCODE_ERROR)                return("ERROR");
   if(code==TRADE_RETCODE_TIMEOUT)              return("TIMEOUT");
   if(code==TRADE_RETCODE_INVALID)              return("INVALID");
   if(code==TRADE_RETCODE_INVALID_VOLUME)       return("INVALID_VOLUME");
   if(code==TRADE_RETCODE_INVALID_PRICE)        return("INVALID_PRICE");
   if(code==TRADE_RETCODE_INVALID_STOPS)        return("INVALID_STOPS");
   if(code==TRADE_RETCODE_TRADE_DISABLED)       return("TRADE_DISABLED");
   if(code==TRADE_RETCODE_MARKET_CLOSED)        return("MARKET_CLOSED");
   if(code==TRADE_RETCODE_NO_MONEY)             return("NO_MONEY");
   if(code==TRADE_RETCODE_PRICE_CHANGED)        return("PRICE_CHANGED");
   if(code==TRADE_RETCODE_PRICE_OFF)            return("PRICE_OFF");
   if(code==TRADE_RETCODE_INVALID_EXPIRATION)   return("INVALID_EXPIRATION");
   if(code==TRADE_RETCODE_ORDER_CHANGED)        return("ORDER_CHANGED");
   if(code==TRADE_RETCODE_TOO_MANY_REQUESTS)    return("TOO_MANY_REQUESTS");
   if(code==TRADE_RETCODE_NO_CHANGES)           return("NO_CHANGES");
   if(code==TRADE_RETCODE_SERVER_DISABLES_AT)   return("SERVER_DISABLES_AT");
   if(code==TRADE_RETCODE_CLIENT_DISABLES_AT)   return("CLIENT_DISABLES_AT");
   if(code==TRADE_RETCODE_LOCKED)               return("LOCKED");
   if(code==TRADE_RETCODE_FROZEN)               return("FROZEN");
   if(code==TRADE_RETCODE_INVALID_FILL)         return("INVALID_FILL");
   if(code==TRADE_RETCODE_CONNECTION)           return("CONNECTION");
   if(code==TRADE_RETCODE_ONLY_REAL)            return("ONLY_REAL");
   if(code==TRADE_RETCODE_LIMIT_ORDERS)         return("LIMIT_ORDERS");
   if(code==TRADE_RETCODE_LIMIT_VOLUME)         return("LIMIT_VOLUME");
   if(code==TRADE_RETCODE_INVALID_ORDER)        return("INVALID_ORDER");
   if(code==TRADE_RETCODE_POSITION_CLOSED)      return("POSITION_CLOSED");
   if(code==TRADE_RETCODE_INVALID_CLOSE_VOLUME) return("INVALID_CLOSE_VOLUME");
   if(code==TRADE_RETCODE_CLOSE_ORDER_EXIST)    return("CLOSE_ORDER_EXIST");
   if(code==TRADE_RETCODE_LIMIT_POSITIONS)      return("LIMIT_POSITIONS");
   if(code==TRADE_RETCODE_REJECT_CANCEL)        return("REJECT_CANCEL");
   if(code==TRADE_RETCODE_LONG_ONLY)            return("LONG_ONLY");
   if(code==TRADE_RETCODE_SHORT_ONLY)           return("SHORT_ONLY");
   if(code==TRADE_RETCODE_CLOSE_ONLY)           return("CLOSE_ONLY");
   if(code==TRADE_RETCODE_FIFO_CLOSE)           return("FIFO_CLOSE");
   if(code==TRADE_RETCODE_HEDGE_PROHIBITED)     return("HEDGE_PROHIBITED");
   return(OT_RETCODE_UNNAMED);
}

bool IsGoodRetcode(const uint code)
{
   return(code==TRADE_RETCODE_PLACED || code==TRADE_RETCODE_DONE || code==TRADE_RETCODE_DONE_PARTIAL);
}

//--- whether the server acted is not known; a code that nobody here knows proves nothing either
bool IsUnknownRetcode(const uint code)
{
   return(code==TRADE_RETCODE_ERROR || code==TRADE_RETCODE_TIMEOUT || code==TRADE_RETCODE_LOCKED || code==TRADE_RETCODE_CONNECTION
          || RetcodeName(code)==OT_RETCODE_UNNAMED);
}

//--- a new order, decided anew, may succeed soon
bool IsPassingRetcode(const uint code)
{
   return(code==TRADE_RETCODE_REQUOTE || code==TRADE_RETCODE_PRICE_CHANGED || code==TRADE_RETCODE_PRICE_OFF
          || code==TRADE_RETCODE_TOO_MANY_REQUESTS || code==TRADE_RETCODE_ORDER_CHANGED || code==TRADE_RETCODE_FROZEN);
}

long NativePositionClosed()
{
   return(TRADE_RETCODE_POSITION_CLOSED);
}

long NativeInvalidOrder()
{
   return(TRADE_RETCODE_INVALID_ORDER);
}

long NativeCloseVolume()
{
   return(TRADE_RETCODE_INVALID_CLOSE_VOLUME);
}

long NativePriceOff()
{
   return(TRADE_RETCODE_PRICE_OFF);
}
