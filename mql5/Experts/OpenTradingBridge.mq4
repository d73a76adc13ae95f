//+------------------------------------------------------------------+
//| OpenTradingBridge.mq4 - connects this terminal to an OpenTrading  |
//| host; keeps limits of its own                                     |
//+------------------------------------------------------------------+
#property copyright   "OpenTrading contributors"
#property link        "https://opensource.org/license/mit"
#property version     "1.00"
#property description "Bridge between this terminal and an OpenTrading host."
#property description "Pipe: nothing to allow. WebRequest: allow http://127.0.0.1 in Tools > Options > Expert Advisors."
#property strict

#include <stderror.mqh>
#include <OpenTrading\Bridge.mqh>

int OnInit()
{
   ClockStart();
   return(BridgeStart());
}

void OnDeinit(const int reason)
{
   BridgeStop(reason);
}

void OnTimer()
{
   BridgeTimer();
}

void OnTick()
{
   MeasureOffset();
   BridgePump();
}
