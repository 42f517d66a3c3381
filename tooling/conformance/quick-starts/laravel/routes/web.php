<?php

use App\Http\Controllers\OrderController;
use Illuminate\Foundation\Http\Middleware\ValidateCsrfToken;
use Illuminate\Support\Facades\Route;

Route::post('/orders', [OrderController::class, 'create']);
Route::get('/orders/{id}', [OrderController::class, 'show'])->whereUuid('id');
Route::post('/orders/{id}', [OrderController::class, 'invoice'])->whereUuid('id');
// InterActive sends no token of yours; the body proves nothing either way.
Route::post('/qris', [OrderController::class, 'notice'])->withoutMiddleware(ValidateCsrfToken::class);
