// Functions both languages share.
#pragma once

#include "api/constants.hpp"
#include "lang/array.hpp"
#include "lang/format.hpp"
#include "lang/string.hpp"
#include "lang/types.hpp"

namespace mql {

struct MqlDateTime {
    int year = 0, mon = 0, day = 0, hour = 0, min = 0, sec = 0, day_of_week = 0, day_of_year = 0;
};

struct MqlRates {
    datetime time;
    double open = 0, high = 0, low = 0, close = 0;
    long tick_volume = 0;
    int spread = 0;
    long real_volume = 0;
};

// An input of the expert; registers itself, so that the terminal can set it.
class InputSlot {
public:
    InputSlot(const char* name, string& value);
    InputSlot(const char* name, int& value);
    InputSlot(const char* name, long& value);
    InputSlot(const char* name, double& value);
    InputSlot(const char* name, bool& value);
};

// Program and terminal
int GetLastError();
void ResetLastError();
bool IsStopped();
void Sleep(int milliseconds);
long ChartID();
ulong GetMicrosecondCount();
long TerminalInfoInteger(ENUM_TERMINAL_INFO_INTEGER property);
string TerminalInfoString(ENUM_TERMINAL_INFO_STRING property);
long MQLInfoInteger(ENUM_MQL_INFO_INTEGER property);
bool EventSetMillisecondTimer(int milliseconds);
void EventKillTimer();
void show_comment(const std::string& text);
template <class... T>
void Comment(const T&... values) {
    std::string text;
    ((text += plain(argument(values))), ...);
    show_comment(text);
}

// Numbers
int MathRand();
void MathSrand(int seed);
double MathAbs(double value);
double MathMin(double left, double right);
double MathMax(double left, double right);
double MathRound(double value);
double NormalizeDouble(double value, int digits);

// Text
int StringLen(const string& text);
ushort StringGetCharacter(const string& text, int position);
int StringFind(const string& text, const string& wanted, int start = 0);
string ShortToString(ushort unit);
bool StringToLower(string& text);
int StringSplit(const string& text, ushort separator, Array<string>& parts);
double StringToDouble(const string& text);
long StringToInteger(const string& text);
string DoubleToString(double value, int digits = 8);
string IntegerToString(long value, int width = 0, ushort fill = ' ');
int StringToCharArray(const string& text, Array<uchar>& bytes, int start = 0, int count = WHOLE_ARRAY, uint codepage = CP_ACP);
string CharArrayToString(const Array<uchar>& bytes, int start = 0, int count = WHOLE_ARRAY, uint codepage = CP_ACP);
int CryptEncode(ENUM_CRYPT_METHOD method, const Array<uchar>& bytes, const Array<uchar>& key, Array<uchar>& result);

// Time
datetime TimeCurrent();
datetime TimeLocal();
datetime TimeGMT();
int PeriodSeconds(ENUM_TIMEFRAMES period = PERIOD_CURRENT);
bool TimeToStruct(datetime time, MqlDateTime& parts);
datetime StructToTime(const MqlDateTime& parts);

// Files
bool FileIsExist(const string& name, int flags = 0);
int FileOpen(const string& name, int flags, short delimiter = '\t', uint codepage = CP_ACP);
void FileClose(int handle);
void FileFlush(int handle);
ulong FileSize(int handle);
bool FileSeek(int handle, long offset, ENUM_FILE_POSITION origin);
uint FileReadArray(int handle, Array<uchar>& bytes, int start = 0, int count = WHOLE_ARRAY);
uint FileWriteArray(int handle, const Array<uchar>& bytes, int start = 0, int count = WHOLE_ARRAY);
bool FileMove(const string& from, int from_flags, const string& to, int flags);

// Account, symbols, bars
long AccountInfoInteger(ENUM_ACCOUNT_INFO_INTEGER property);
double AccountInfoDouble(ENUM_ACCOUNT_INFO_DOUBLE property);
string AccountInfoString(ENUM_ACCOUNT_INFO_STRING property);
int SymbolsTotal(bool selected);
string SymbolName(int position, bool selected);
bool SymbolSelect(const string& symbol, bool select);
long SymbolInfoInteger(const string& symbol, ENUM_SYMBOL_INFO_INTEGER property);
double SymbolInfoDouble(const string& symbol, ENUM_SYMBOL_INFO_DOUBLE property);
string SymbolInfoString(const string& symbol, ENUM_SYMBOL_INFO_STRING property);
bool SymbolInfoSessionQuote(const string& symbol, ENUM_DAY_OF_WEEK day, uint index, datetime& from, datetime& to);
bool SymbolInfoSessionTrade(const string& symbol, ENUM_DAY_OF_WEEK day, uint index, datetime& from, datetime& to);
long SeriesInfoInteger(const string& symbol, ENUM_TIMEFRAMES period, ENUM_SERIES_INFO_INTEGER property);
int CopyRates(const string& symbol, ENUM_TIMEFRAMES period, int start, int count, Array<MqlRates>& rates);
int CopyRates(const string& symbol, ENUM_TIMEFRAMES period, datetime from, int count, Array<MqlRates>& rates);
int iBars(const string& symbol, ENUM_TIMEFRAMES period);
int iBarShift(const string& symbol, ENUM_TIMEFRAMES period, datetime time, bool exact = false);
datetime iTime(const string& symbol, ENUM_TIMEFRAMES period, int shift);

// The chart's symbol.
extern string _Symbol;

}  // namespace mql
