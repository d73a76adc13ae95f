// What MQL4 has besides.
#pragma once

#include "api/common.hpp"
#include "api/mql4_constants.hpp"

namespace mql {

// MQL4's own meaning of no length: to the end.
string StringSubstr(const string& text, int start, int length = 0);

struct MqlTick {
    datetime time;
    double bid = 0, ask = 0, last = 0;
    ulong volume = 0;
};

bool SymbolInfoTick(const string& symbol, MqlTick& tick);
double MarketInfo(const string& symbol, int type);
bool RefreshRates();
bool IsTradeContextBusy();

int OrdersTotal();
int OrdersHistoryTotal();
bool OrderSelect(int index, int select, int pool = MODE_TRADES);
int OrderTicket();
string OrderSymbol();
int OrderType();
double OrderLots();
double OrderOpenPrice();
double OrderClosePrice();
double OrderStopLoss();
double OrderTakeProfit();
double OrderProfit();
double OrderSwap();
double OrderCommission();
int OrderMagicNumber();
string OrderComment();
datetime OrderOpenTime();
datetime OrderCloseTime();
datetime OrderExpiration();

int OrderSend(const string& symbol, int command, double volume, double price, int slippage, double sl, double tp, const string& comment = string(),
              int magic = 0, datetime expiration = 0, color arrow = clrNONE);
bool OrderModify(int ticket, double price, double sl, double tp, datetime expiration, color arrow = clrNONE);
bool OrderClose(int ticket, double lots, double price, int slippage, color arrow = clrNONE);
bool OrderDelete(int ticket, color arrow = clrNONE);

int WebRequest(const string& method, const string& url, const string& headers, int timeout_ms, const Array<char>& data, Array<char>& result,
               string& result_headers);

}  // namespace mql
