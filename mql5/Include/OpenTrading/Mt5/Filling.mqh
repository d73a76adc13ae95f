//+------------------------------------------------------------------+
//| Filling.mqh - which filling policies to try, and in what order    |
//| (MT5)                                                             |
//+------------------------------------------------------------------+
void AddPolicy(ENUM_ORDER_TYPE_FILLING &policies[],const ENUM_ORDER_TYPE_FILLING policy)
{
   int n=ArraySize(policies);
   ArrayResize(policies,n+1);
   policies[n]=policy;
}

//--- Market execution: FOK and IOC as the symbol's bits say, RETURN never. Exchange: by bit, RETURN besides.
//--- Request and instant execution: all three are valid. Pending orders: RETURN, then what the bits allow.
void FillingPolicies(const string symbol,const bool pending,ENUM_ORDER_TYPE_FILLING &policies[])
{
   long modes=SymbolInfoInteger(symbol,SYMBOL_FILLING_MODE);
   long execution=SymbolInfoInteger(symbol,SYMBOL_TRADE_EXEMODE);
   bool dealer=execution==SYMBOL_TRADE_EXECUTION_REQUEST || execution==SYMBOL_TRADE_EXECUTION_INSTANT;
   bool fok=dealer || (modes&SYMBOL_FILLING_FOK)!=0;
   bool ioc=dealer || (modes&SYMBOL_FILLING_IOC)!=0;
   ArrayResize(policies,0);
   if(pending)
      AddPolicy(policies,ORDER_FILLING_RETURN);
   if(fok)
      AddPolicy(policies,ORDER_FILLING_FOK);
   if(ioc)
      AddPolicy(policies,ORDER_FILLING_IOC);
   if(!pending && execution!=SYMBOL_TRADE_EXECUTION_MARKET)
      AddPolicy(policies,ORDER_FILLING_RETURN);
   if(ArraySize(policies)==0)
   {
      // a broker that sets no bit: ask, the check below tells
      AddPolicy(policies,ORDER_FILLING_FOK);
      AddPolicy(policies,ORDER_FILLING_IOC);
   }
}
