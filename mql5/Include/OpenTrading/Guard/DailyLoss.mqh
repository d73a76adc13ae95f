//+------------------------------------------------------------------+
//| DailyLoss.mqh - the loss of the server's day, across restarts     |
//+------------------------------------------------------------------+
long   g_day=0;             // server midnight this reference belongs to, seconds
long   g_day_login=0;
double g_day_reference=0;   // equity the day is measured from
double g_day_flows=0;       // deposits and withdrawals of the day when the reference was taken

bool DayLoad(const long day,const long login)
{
   JsonField fields[];
   string fault="";
   if(!JsonParse(StateRead("day.txt"),fields))
      return(false);
   if(JsonLong(fields,"day",fault)!=day || JsonLong(fields,"login",fault)!=login || !JsonHas(fields,"reference"))
      return(false);
   g_day_reference=JsonDouble(fields,"reference",fault);
   g_day_flows=JsonDouble(fields,"flows",fault);
   return(fault=="");
}

//--- A reference first seen in the middle of a day is the higher of the balance at its start and the equity now.
void DayBegin(const long day,const long login)
{
   double closed=0,flows=0;
   DaySums(day,closed,flows);
   if(!DayLoad(day,login))
   {
      double start=AccountInfoDouble(ACCOUNT_BALANCE)-closed;
      g_day_reference=MathMax(start,AccountInfoDouble(ACCOUNT_EQUITY));
      g_day_flows=flows;
      StateWrite("day.txt","{"+LongPair("day",day)+","+LongPair("login",login)+","+FixedPair("reference",g_day_reference,2)+","
                 +FixedPair("flows",g_day_flows,2)+"}");
   }
   g_day=day;
   g_day_login=login;
}

//--- what the day's deals did to the account: by trading and what that costs, and by paying in and out; equity holds credit
void DaySums(const long day,double &closed,double &flows)
{
   closed=0;
   flows=0;
   int total=DealsSelect(ToUtcMs((datetime)day),UtcNowMs()+86400000);
   for(int i=0; i<total; i++)
   {
      DealRow deal;
      if(!DealAt(i,deal))
         continue;
      double amount=deal.profit+deal.swap+deal.commission;
      if(deal.booking=="balance" || deal.booking=="credit")
         flows+=amount;
      else
         closed+=amount;
   }
}

void DayWatch()
{
   long now=(long)ServerNow();
   long day=now-now%86400;
   long login=AccountInfoInteger(ACCOUNT_LOGIN);
   if(now>0 && (day!=g_day || login!=g_day_login))
      DayBegin(day,login);
}

//--- positive when the day lost
double DayLoss()
{
   DayWatch();
   double closed=0,flows=0;
   DaySums(g_day,closed,flows);
   return(g_day_reference+(flows-g_day_flows)-AccountInfoDouble(ACCOUNT_EQUITY));
}
