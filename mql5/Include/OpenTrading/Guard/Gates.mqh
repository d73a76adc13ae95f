//+------------------------------------------------------------------+
//| Gates.mqh - the four permissions that trading needs               |
//+------------------------------------------------------------------+
bool GateTerminal()
{
   return((bool)TerminalInfoInteger(TERMINAL_TRADE_ALLOWED));
}

//--- the terminal's permission for this expert, the user's AllowTrading, and the right account
bool GateExpert()
{
   return((bool)MQLInfoInteger(MQL_TRADE_ALLOWED) && AllowTrading && IsRightAccount());
}

bool GateAccount()
{
   return((bool)AccountInfoInteger(ACCOUNT_TRADE_ALLOWED));
}

bool GateBrokerExperts()
{
   return((bool)AccountInfoInteger(ACCOUNT_TRADE_EXPERT));
}

bool IsRightAccount()
{
   return(AccountLogin==0 || AccountLogin==AccountInfoInteger(ACCOUNT_LOGIN));
}

string GatesPair()
{
   return("\"gates\":{"+BoolPair("terminal",GateTerminal())+","+BoolPair("ea",GateExpert())+","
          +BoolPair("account",GateAccount())+","+BoolPair("expert",GateBrokerExperts())+"}");
}

//--- "" when the terminal can send an order now, else why not
string ClosedGate()
{
   if(!(bool)TerminalInfoInteger(TERMINAL_CONNECTED))
      return("the terminal has no connection to the broker");
   if(!GateTerminal())
      return("algorithmic trading is off in the terminal");
   if(!(bool)MQLInfoInteger(MQL_TRADE_ALLOWED))
      return("algorithmic trading is off in this expert's properties");
   if(!GateAccount())
      return("trading is off for this account");
   if(!GateBrokerExperts())
      return("the broker does not let experts trade on this account");
   return("");
}
