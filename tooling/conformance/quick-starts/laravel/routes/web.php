<?php

use App\Http\Controllers\OrderController;
use Illuminate\Support\Facades\Route;

Route::post('/orders', [OrderController::class, 'create']);
Route::get('/orders/{id}', [OrderController::class, 'show'])->whereUuid('id');
Route::post('/orders/{id}', [OrderController::class, 'invoice'])->whereUuid('id');
// Without the group of the browser's pages: InterActive knows no CSRF token.
Route::post('/qris', [OrderController::class, 'notice'])->withoutMiddleware('web');
