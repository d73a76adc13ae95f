//+------------------------------------------------------------------+
//| Snapshot.mqh - the account as pairs of JSON, and when to tell     |
//+------------------------------------------------------------------+
#define OT_ACCOUNT_EVERY_MS  5000
#define OT_ACCOUNT_LEAST_MS  1000

string g_account_told="";    // what the host knows
long   g_account_told_at=0;
string g_gates_told="";
long   g_offset_told=0;
long   g_reports_looked_at=0;

int MoneyDigits()
{
   return(AccountDigits());
}

string AccountIdentity()
{
   return(LongPair("login",AccountInfoInteger(ACCOUNT_LOGIN))+","+TextPair("server",AccountInfoString(ACCOUNT_SERVER))+","
          +TextPair("company",AccountInfoString(ACCOUNT_COMPANY))+","+TextPair("currency",AccountInfoString(ACCOUNT_CURRENCY))+","
          +LongPair("leverage",AccountInfoInteger(ACCOUNT_LEVERAGE))+","+TextPair("margin_mode",MarginModeName())+","
          +BoolPair("fifo_close",IsFifoAccount())+","+BoolPair("hedge_allowed",IsHedgeAllowed())+","+TextPair("trade_mode",TradeModeName()));
}

string TradeModeName()
{
   long mode=AccountInfoInteger(ACCOUNT_TRADE_MODE);
   if(mode==ACCOUNT_TRADE_MODE_DEMO)
      return("demo");
   if(mode==ACCOUNT_TRADE_MODE_CONTEST)
      return("contest");
   return("real");
}

string AccountPairs()
{
   int digits=MoneyDigits();
   return(FixedPair("balance",AccountInfoDouble(ACCOUNT_BALANCE),digits)+","+FixedPair("equity",AccountInfoDouble(ACCOUNT_EQUITY),digits)+","
          +FixedPair("credit",AccountInfoDouble(ACCOUNT_CREDIT),digits)+","+FixedPair("profit",AccountInfoDouble(ACCOUNT_PROFIT),digits)+","
          +FixedPair("margin",AccountInfoDouble(ACCOUNT_MARGIN),digits)+","+FixedPair("margin_free",AccountInfoDouble(ACCOUNT_MARGIN_FREE),digits)+","
          +FixedPair("margin_level",AccountInfoDouble(ACCOUNT_MARGIN_LEVEL),2));
}

void OpAccount(const long id)
{
   ReplyOk(id,AccountIdentity()+","+TextPair("name",AccountInfoString(ACCOUNT_NAME))+","+LongPair("currency_digits",MoneyDigits())+","
           +AccountPairs()+","+FixedPair("margin_call_level",AccountInfoDouble(ACCOUNT_MARGIN_SO_CALL),2)+","
           +FixedPair("stop_out_level",AccountInfoDouble(ACCOUNT_MARGIN_SO_SO),2)+","
           +TextPair("stop_out_mode",AccountInfoInteger(ACCOUNT_MARGIN_SO_MODE)==ACCOUNT_STOPOUT_MODE_PERCENT ? "percent" : "money")+","
           +LongPair("limit_orders",AccountInfoInteger(ACCOUNT_LIMIT_ORDERS))+","+LongPair("time",UtcNowMs())+","+GatesPair()+","+LatchPairs());
}

//--- what hello says; a change between it and the welcome is told after the welcome
void ReportsBegin()
{
   g_account_told="";
   g_account_told_at=0;
   g_gates_told=GatesPair()+","+LatchPairs();
   g_offset_told=ServerOffset();
}

//--- account: on change, at most once a second, at least every five; gates and offset: on change
void ReportsPump()
{
   long now=NowMs();
   if(g_link_state!=LINK_READY || now-g_reports_looked_at<100)
      return;
   g_reports_looked_at=now;
   string gates=GatesPair()+","+LatchPairs();
   if(gates!=g_gates_told)
   {
      g_gates_told=gates;
      EventSend("gates",gates);
   }
   if(ServerOffset()!=g_offset_told)
   {
      g_offset_told=ServerOffset();
      EventSend("offset",LongPair("utc_offset_s",g_offset_told));
   }
   long since=now-g_account_told_at;
   if(since<OT_ACCOUNT_LEAST_MS)
      return;
   string account=AccountPairs();
   if(account!=g_account_told || since>=OT_ACCOUNT_EVERY_MS)
   {
      g_account_told=account;
      g_account_told_at=now;
      EventSend("account",account+","+LongPair("time",UtcNowMs()));
   }
}
