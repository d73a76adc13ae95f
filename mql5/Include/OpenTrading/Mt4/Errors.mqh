//+------------------------------------------------------------------+
//| Errors.mqh - what an error of a trading function means (MT4)      |
//+------------------------------------------------------------------+
#define OT_ERR_ENQUEUED 142    // MQL4 has no names for these two
#define OT_ERR_ACCEPTED 143
#define OT_ERR_UNNAMED  "TERMINAL"   // below ERR_NO_MQLERROR the server speaks, from there on the terminal

string ErrorName(const int error)
{
   if(error==ERR_NO_RESULT)                      return("NO_RESULT");
   if(error==ERR_COMMON_ERROR)                   return("COMMON_ERROR");
   if(error==ERR_INVALID_TRADE_PARAMETERS)       return("INVALID_TRADE_PARAMETERS");
   if(error==ERR_SERVER_BUSY)                    return("SERVER_BUSY");
   if(error==ERR_OLD_VERSION)                    return("OLD_VERSION");
   if(error==ERR_NO_CONNECTION)                  return("NO_CONNECTION");
   if(error==ERR_NOT_ENOUGH_RIGHTS)              return("NOT_ENOUGH_RIGHTS");
   if(error==ERR_TOO_FREQUENT_REQUESTS)          return("TOO_FREQUENT_REQUESTS");
   if(error==ERR_MALFUNCTIONAL_TRADE)            return("MALFUNCTIONAL_TRADE");
   if(error==ERR_ACCOUNT_DISABLED)               return("ACCOUNT_DISABLED");
   if(error==ERR_INVALID_ACCOUNT)                return("INVALID_ACCOUNT");
   if(error==ERR_TRADE_TIMEOUT)                  return("TRADE_TIMEOUT");
   if(error==ERR_INVALID_PRICE)                  return("INVALID_PRICE");
   if(error==ERR_INVALID_STOPS)                  return("INVALID_STOPS");
   if(error==ERR_INVALID_TRADE_VOLUME)           return("INVALID_TRADE_VOLUME");
   if(error==ERR_MARKET_CLOSED)                  return("MARKET_CLOSED");
   if(error==ERR_TRADE_DISABLED)                 return("TRADE_DISABLED");
   if(error==ERR_NOT_ENOUGH_MONEY)               return("NOT_ENOUGH_MONEY");
   if(error==ERR_PRICE_CHANGED)                  return("PRICE_CHANGED");
   if(error==ERR_OFF_QUOTES)                     return("OFF_QUOTES");
   if(error==ERR_BROKER_BUSY)                    return("BROKER_BUSY");
   if(error==ERR_REQUOTE)                        return("REQUOTE");
   if(error==ERR_ORDER_LOCKED)                   return("ORDER_LOCKED");
   if(error==ERR_LONG_POSITIONS_ONLY_ALLOWED)    return("LONG_POSITIONS_ONLY_ALLOWED");
   if(error==ERR_TOO_MANY_REQUESTS)              return("TOO_MANY_REQUESTS");
   if(error==OT_ERR_ENQUEUED)                    return("ORDER_ENQUEUED");
   if(error==OT_ERR_ACCEPTED)                    return("ORDER_ACCEPTED");
   if(error==ERR_TRADE_MODIFY_DENIED)            return("TRADE_MODIFY_DENIED");
   if(error==ERR_TRADE_CONTEXT_BUSY)             return("TRADE_CONTEXT_BUSY");
   if(error==ERR_TRADE_EXPIRATION_DENIED)        return("TRADE_EXPIRATION_DENIED");
   if(error==ERR_TRADE_TOO_MANY_ORDERS)          return("TRADE_TOO_MANY_ORDERS");
   if(error==ERR_TRADE_HEDGE_PROHIBITED)         return("TRADE_HEDGE_PROHIBITED");
   if(error==ERR_TRADE_PROHIBITED_BY_FIFO)       return("TRADE_PROHIBITED_BY_FIFO");
   if(error==ERR_INVALID_TICKET)                 return("INVALID_TICKET");
   if(error==ERR_TRADE_NOT_ALLOWED)              return("TRADE_NOT_ALLOWED");
   if(error==ERR_LONGS_NOT_ALLOWED)              return("LONGS_NOT_ALLOWED");
   if(error==ERR_SHORTS_NOT_ALLOWED)             return("SHORTS_NOT_ALLOWED");
   return(OT_ERR_UNNAMED);
}

//--- whether the server acted is not known; no error number and one that nobody here knows prove nothing either
bool IsUnknownError(const int error)
{
   return(error==ERR_NO_RESULT || error==ERR_NO_CONNECTION || error==ERR_TRADE_TIMEOUT || error==OT_ERR_ENQUEUED || error==OT_ERR_ACCEPTED
          || (ErrorName(error)==OT_ERR_UNNAMED && error<ERR_NO_MQLERROR));
}

//--- a new order, decided anew, may succeed soon
bool IsPassingError(const int error)
{
   return(error==ERR_SERVER_BUSY || error==ERR_TOO_FREQUENT_REQUESTS || error==ERR_PRICE_CHANGED || error==ERR_OFF_QUOTES
          || error==ERR_BROKER_BUSY || error==ERR_REQUOTE || error==ERR_TOO_MANY_REQUESTS || error==ERR_TRADE_CONTEXT_BUSY
          || error==ERR_TRADE_MODIFY_DENIED);
}

long NativePositionClosed()
{
   return(ERR_INVALID_TICKET);
}

long NativeInvalidOrder()
{
   return(ERR_INVALID_TICKET);
}

long NativeCloseVolume()
{
   return(ERR_INVALID_TRADE_VOLUME);
}

long NativePriceOff()
{
   return(ERR_OFF_QUOTES);
}
