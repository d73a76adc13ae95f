// What MQL5 has besides.
#pragma once

#include "api/common.hpp"
#include "api/mql5_constants.hpp"

namespace mql {

// MQL5's own meaning of no length: to the end.
string StringSubstr(const string& text, int start, int length = -1);

struct MqlTick {
    datetime time;
    double bid = 0, ask = 0, last = 0;
    ulong volume = 0;
    long time_msc = 0;
    uint flags = 0;
    double volume_real = 0;
};

struct MqlBookInfo {
    ENUM_BOOK_TYPE type = BOOK_TYPE_SELL;
    double price = 0;
    long volume = 0;
    double volume_real = 0;
};

struct MqlTradeRequest {
    ENUM_TRADE_REQUEST_ACTIONS action{};
    ulong magic = 0, order = 0;
    string symbol;
    double volume = 0, price = 0, stoplimit = 0, sl = 0, tp = 0;
    ulong deviation = 0;
    ENUM_ORDER_TYPE type{};
    ENUM_ORDER_TYPE_FILLING type_filling{};
    ENUM_ORDER_TYPE_TIME type_time{};
    datetime expiration;
    string comment;
    ulong position = 0, position_by = 0;
};

struct MqlTradeCheckResult {
    uint retcode = 0;
    double balance = 0, equity = 0, profit = 0, margin = 0, margin_free = 0, margin_level = 0;
    string comment;
};

struct MqlTradeResult {
    uint retcode = 0;
    ulong deal = 0, order = 0;
    double volume = 0, price = 0, bid = 0, ask = 0;
    string comment;
    uint request_id = 0;
    int retcode_external = 0;
};

struct MqlCalendarCountry {
    ulong id = 0;
    string name, code, currency, currency_symbol, url_name;
};

struct MqlCalendarEvent {
    ulong id = 0;
    ENUM_CALENDAR_EVENT_TYPE type{};
    ENUM_CALENDAR_EVENT_SECTOR sector{};
    ENUM_CALENDAR_EVENT_FREQUENCY frequency{};
    ENUM_CALENDAR_EVENT_TIMEMODE time_mode{};
    ulong country_id = 0;
    ENUM_CALENDAR_EVENT_UNIT unit{};
    ENUM_CALENDAR_EVENT_IMPORTANCE importance{};
    ENUM_CALENDAR_EVENT_MULTIPLIER multiplier{};
    uint digits = 0;
    string source_url, event_code, name;
};

struct MqlCalendarValue {
    ulong id = 0, event_id = 0;
    datetime time, period;
    int revision = 0;
    long actual_value = 0, prev_value = 0, revised_prev_value = 0, forecast_value = 0;
    ENUM_CALENDAR_EVENT_IMPACT impact_type{};
};

ulong GetTickCount64();
datetime TimeTradeServer();
string EnumToString(ENUM_TIMEFRAMES value);
string EnumToString(ENUM_SYMBOL_CALC_MODE value);
string EnumToString(ENUM_CALENDAR_EVENT_UNIT value);
string EnumToString(ENUM_CALENDAR_EVENT_MULTIPLIER value);

bool SymbolExist(const string& symbol, bool& custom);
bool SymbolInfoTick(const string& symbol, MqlTick& tick);
int CopyTicks(const string& symbol, Array<MqlTick>& ticks, uint flags = COPY_TICKS_ALL, ulong from = 0, uint count = 0);
int CopyTicksRange(const string& symbol, Array<MqlTick>& ticks, uint flags = COPY_TICKS_ALL, ulong from = 0, ulong to = 0);
bool MarketBookAdd(const string& symbol);
bool MarketBookRelease(const string& symbol);
bool MarketBookGet(const string& symbol, Array<MqlBookInfo>& book);

bool CalendarValueHistory(Array<MqlCalendarValue>& values, datetime from, datetime to = 0);
bool CalendarEventById(ulong id, MqlCalendarEvent& event);
bool CalendarCountryById(long id, MqlCalendarCountry& country);

int PositionsTotal();
ulong PositionGetTicket(int index);
bool PositionSelectByTicket(ulong ticket);
long PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER property);
double PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE property);
string PositionGetString(ENUM_POSITION_PROPERTY_STRING property);
int OrdersTotal();
ulong OrderGetTicket(int index);
bool OrderSelect(ulong ticket);
long OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER property);
double OrderGetDouble(ENUM_ORDER_PROPERTY_DOUBLE property);
string OrderGetString(ENUM_ORDER_PROPERTY_STRING property);
bool HistorySelect(datetime from, datetime to);
bool HistoryOrderSelect(ulong ticket);
int HistoryOrdersTotal();
ulong HistoryOrderGetTicket(int index);
long HistoryOrderGetInteger(ulong ticket, ENUM_ORDER_PROPERTY_INTEGER property);
double HistoryOrderGetDouble(ulong ticket, ENUM_ORDER_PROPERTY_DOUBLE property);
string HistoryOrderGetString(ulong ticket, ENUM_ORDER_PROPERTY_STRING property);
bool HistoryDealSelect(ulong ticket);
int HistoryDealsTotal();
ulong HistoryDealGetTicket(int index);
long HistoryDealGetInteger(ulong ticket, ENUM_DEAL_PROPERTY_INTEGER property);
double HistoryDealGetDouble(ulong ticket, ENUM_DEAL_PROPERTY_DOUBLE property);
string HistoryDealGetString(ulong ticket, ENUM_DEAL_PROPERTY_STRING property);

bool OrderCalcMargin(ENUM_ORDER_TYPE type, const string& symbol, double volume, double price, double& margin);
bool OrderCheck(MqlTradeRequest& request, MqlTradeCheckResult& result);
bool OrderSend(MqlTradeRequest& request, MqlTradeResult& result);

int SocketCreate(uint flags = 0);
bool SocketConnect(int socket, const string& server, uint port, uint timeout_ms);
bool SocketIsConnected(int socket);
uint SocketIsReadable(int socket);
bool SocketIsWritable(int socket);
bool SocketTimeouts(int socket, uint send_ms, uint receive_ms);
int SocketRead(int socket, Array<uchar>& bytes, uint count, uint timeout_ms);
int SocketSend(int socket, const Array<uchar>& bytes, uint count);
bool SocketClose(int socket);

}  // namespace mql
