//+------------------------------------------------------------------+
//| Limits.mqh - the user's limits, tightened by the host             |
//+------------------------------------------------------------------+
struct Limits
{
   double max_lots;
   double max_open_lots;
   double max_orders_per_minute;
   double daily_loss;
};

Limits g_limits;

void LimitsReset()
{
   g_limits.max_lots=MaxLotsPerOrder;
   g_limits.max_open_lots=MaxOpenLots;
   g_limits.max_orders_per_minute=MaxOrdersPerMinute;
   g_limits.daily_loss=DailyLossLimit;
}

//--- 0 is "no limit" on either side; within a session a limit moves in one direction only
double Tighter(const double now,const double asked)
{
   if(asked<=0.0)
      return(now);
   return(now<=0.0 ? asked : MathMin(now,asked));
}

bool LimitsTighten(const JsonField &fields[],string &fault)
{
   double lots=JsonDouble(fields,"max_lots",fault);
   double open_lots=JsonDouble(fields,"max_open_lots",fault);
   double orders=JsonDouble(fields,"max_orders_per_minute",fault);
   double loss=JsonDouble(fields,"daily_loss",fault);
   if(fault!="")
      return(false);
   g_limits.max_lots=Tighter(g_limits.max_lots,lots);
   g_limits.max_open_lots=Tighter(g_limits.max_open_lots,open_lots);
   g_limits.max_orders_per_minute=Tighter(g_limits.max_orders_per_minute,orders);
   g_limits.daily_loss=Tighter(g_limits.daily_loss,loss);
   return(true);
}

void OpLimits(const long id,const JsonField &fields[])
{
   string fault="";
   if(!LimitsTighten(fields,fault))
   {
      ReplyBadRequest(id,"limits must be plain numbers: "+fault);
      return;
   }
   ReplyOk(id,DecimalPair("max_lots",g_limits.max_lots)+","+DecimalPair("max_open_lots",g_limits.max_open_lots)+","
           +DecimalPair("max_orders_per_minute",g_limits.max_orders_per_minute)+","+DecimalPair("daily_loss",g_limits.daily_loss));
}
